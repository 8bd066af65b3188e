"""The framings of a challenge side by side, and the versions of one of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Max

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.questions import Piece, difference
from meervoud_web.framings.models import Framing, FramingVersion
from meervoud_web.framings.queries.seen import versions_seen_by
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class PartChange:
    """One part of a framing that changed, word by word."""

    question: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """A version beside the one before it."""

    version: FramingVersion
    changes: tuple[PartChange, ...]


def side_by_side(challenge: Challenge, *, person: Person | None) -> list[FramingVersion]:
    """The newest version of each framing that this person may read, in the order in which they came."""
    seen = versions_seen_by(person, FramingVersion.objects.filter(framing__challenge=challenge))
    versions = seen.select_related("framing__challenge", "framing__holder").order_by(
        "framing__begun_at", "framing", "number"
    )
    return list({version.framing_id: version for version in versions}.values())


def versions_of(framing: Framing, *, person: Person | None) -> list[Rewritten]:
    """Every version that this person may read, newest first, each with what changed in it."""
    seen = versions_seen_by(person, framing.versions.select_related("by", "framing__challenge"))
    versions = list(seen.order_by("number"))
    pairs = zip([None, *versions], versions, strict=False)
    return [Rewritten(version=after, changes=_changes(before, after)) for before, after in pairs][::-1]


def begun_by(person: Person, challenge: Challenge) -> Framing | None:
    """The framing for which this person speaks, if there is one."""
    return Framing.objects.filter(challenge=challenge, holder=person).select_related("challenge").first()


def _changes(before: FramingVersion | None, after: FramingVersion) -> tuple[PartChange, ...]:
    if before is None:
        return ()
    return tuple(
        PartChange(question=question, pieces=difference(old, new))
        for (question, old), (_question, new) in zip(before.parts, after.parts, strict=True)
        if old != new
    )


def waiting_versions(challenge: Challenge) -> list[FramingVersion]:
    """The newest version of each framing, where the actor has not said that it is theirs."""
    newest = FramingVersion.objects.filter(framing__challenge=challenge).exclude(recognised="confirmed")
    newest = newest.annotate(last=Max("framing__versions__number")).filter(number=F("last"))
    return list(newest.select_related("framing__challenge"))
