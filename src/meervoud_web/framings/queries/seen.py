"""Who sees which framings and roles: the one place that decides."""

from __future__ import annotations

from django.db.models import Max, Q, QuerySet

from meervoud_web.challenges.models import Involvement
from meervoud_web.challenges.queries.challenge import challenges_for
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.framings.models import FramingVersion, GovernmentTopic
from meervoud_web.people.models import Person


def versions_seen_by(person: Person | None, versions: QuerySet[FramingVersion]) -> QuerySet[FramingVersion]:
    """Everybody reads what the actor stands behind in an open challenge; who has a part in it reads all of it."""
    public = Q(is_shown=True, framing__challenge__is_public=True)
    if person is None:
        return versions.filter(public)
    if person.works_here:
        return versions
    parts = Involvement.objects.filter(held_now(), person=person).values("challenge")
    return versions.filter(public | Q(framing__challenge__in=parts))


def newest_of_each(versions: QuerySet[FramingVersion]) -> QuerySet[FramingVersion]:
    """Of the versions that somebody may see, the last one of each actor."""
    last = versions.order_by().values("framing").annotate(last=Max("pk")).values("last")
    return versions.filter(pk__in=last)


def topics_seen_by(person: Person | None, topics: QuerySet[GovernmentTopic]) -> QuerySet[GovernmentTopic]:
    """In what the government has a role is for whoever may see the challenge."""
    return topics.filter(challenge__in=challenges_for(person))
