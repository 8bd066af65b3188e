"""The role of the government in each topic, as somebody may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.framings.models import FramingVersion, GovernmentTopic, LadderPosition, View
from meervoud_web.framings.queries.ladder import Position, Strand, strands
from meervoud_web.framings.queries.seen import topics_seen_by, versions_seen_by
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A topic: its dumbbells, and what was said, newest first."""

    topic: GovernmentTopic
    strands: list[Strand]
    said: list[LadderPosition]


def topics_for(challenge: Challenge, *, person: Person | None, on: date) -> list[Topic]:
    """Every topic; of the actors only those whose framing this person may read."""
    versions = versions_seen_by(person, FramingVersion.objects.filter(framing__challenge=challenge))
    actors = set(versions.values_list("framing", flat=True))
    topics = topics_seen_by(person, challenge.government_topics.all())
    rows = LadderPosition.objects.filter(topic__challenge=challenge).select_related("framing")
    held: dict[int, list[LadderPosition]] = {}
    for row in rows:
        if row.framing_id is None or row.framing_id in actors:
            held.setdefault(row.topic_id, []).append(row)
    return [
        Topic(
            topic=topic,
            strands=strands([_position(row) for row in held.get(topic.pk, [])], on=on),
            said=held.get(topic.pk, [])[::-1],
        )
        for topic in topics.select_related("challenge")
    ]


def _position(row: LadderPosition) -> Position:
    return Position(who=_who(row), rung=row.rung, since=row.since)


def _who(row: LadderPosition) -> str | None:
    if row.framing is not None:
        return row.framing.actor
    return _("Wij, de gemeente") if row.view == View.OURS else None
