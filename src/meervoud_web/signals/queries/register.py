"""The register: what is to be read, and what was read in the order of what deserves attention."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.signals.models import Signal, Verdict
from meervoud_web.signals.weighing import independent, place

UNREAD_TOO_LONG = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A signal in the register, with what confirms it."""

    signal: Signal
    confirmations: int
    last_seen: date
    place: tuple[float, float]

    @property
    def verdict(self) -> str:
        """How it was read, in words."""
        return str(Verdict(self.signal.verdict).label) if self.signal.verdict else ""


def to_read(challenge: Challenge) -> QuerySet[Signal]:
    """What nobody read yet, or is to be looked at again today; who waits longest is first."""
    today = timezone.localdate()
    waits = Q(verdict="") | Q(next_look_on__lte=today, belongs_to=None)
    return challenge.signals.filter(waits).select_related("challenge").order_by("reported_at", "pk")


def unread_too_long(challenge: Challenge) -> QuerySet[Signal]:
    """What nobody read within a week."""
    return challenge.signals.filter(verdict="", reported_at__lt=timezone.now() - UNREAD_TOO_LONG)


def in_order(signals: QuerySet[Signal]) -> list[Line]:
    """Weigh signals that were read, each with those that belong to it; noise is not weighed."""
    read = list(signals.exclude(verdict=""))
    joined: dict[int, list[Signal]] = defaultdict(list)
    for one in read:
        if one.belongs_to_id is not None:
            joined[one.belongs_to_id].append(one)
    heads = [one for one in read if one.belongs_to_id is None and one.verdict != Verdict.NOISE]
    return sorted((_line(head, joined[head.pk]) for head in heads), key=lambda line: line.place, reverse=True)


def confirmations_of(signal: Signal) -> int:
    """How many others saw what this signal tells."""
    return independent(signal.source, (one.source for one in signal.confirmations.all()))


def _line(head: Signal, joined: list[Signal]) -> Line:
    confirmations = independent(head.source, (one.source for one in joined))
    last_seen = timezone.localdate(max(one.reported_at for one in (head, *joined)))
    days = (timezone.localdate() - last_seen).days
    return Line(
        signal=head,
        confirmations=confirmations,
        last_seen=last_seen,
        place=place(
            impact=head.impact, strangeness=head.strangeness, confirmations=confirmations, days=max(days, 0)
        ),
    )
