"""Read a signal: noise, watch, act or learn, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.clock import now
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Reading, Signal, Theme, Verdict

LOOK_AGAIN = {Verdict.WATCH: timedelta(days=28), Verdict.ACT: timedelta(days=7), Verdict.LEARN: timedelta(days=28)}
"""When to look again, unless the reader names a day; at noise nobody looks again."""


class AlreadyReadError(Exception):
    """Somebody else read this signal since the reader opened it."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a reader fills in about a signal, beside what to do with it."""

    impact: int
    strangeness: int
    theme: Theme | None = None
    touches: str = ""
    next_look_on: date | None = None
    belongs_to: Signal | None = None


@transaction.atomic
def read_signal(
    signal: Signal,
    *,
    by: Person,
    verdict: Verdict,
    why: str,
    number: int,
    sources: Sequence[Thing],
    found: Found | None = None,
) -> Reading:
    """Say what a signal is. It can be read again, and each reading stays.

    ``number`` is how often it was read when the reader opened it, plus one. ``sources`` are the signals and other
    things that the reader held beside it; the signal itself always is one.
    """
    if not rules.may_read(by, signal.challenge):
        raise PermissionDenied
    held = Signal.objects.select_for_update().get(pk=signal.pk)
    if held.readings.count() + 1 != number:
        raise AlreadyReadError
    reading = Reading.objects.create(signal=held, number=number, verdict=verdict, why=why, by=by)
    _fill_in(held, verdict, found)
    changed(thing_of(held))
    trace(thing_of(reading), sources=[thing_of(held), *sources], challenge=held.challenge, by=by)
    record(challenge=held.challenge, by=by, verb=f"signal-read-{verdict}", thing=thing_of(reading), why=why)
    return reading


def _fill_in(signal: Signal, verdict: Verdict, found: Found | None) -> None:
    signal.verdict = verdict
    signal.next_look_on = (found.next_look_on if found else None) or _look_again(verdict)
    if found is not None:
        signal.impact, signal.strangeness = found.impact, found.strangeness
        signal.theme, signal.touches = found.theme or "", found.touches
        signal.belongs_to = _head_of(signal, found.belongs_to)
        if signal.belongs_to is not None:  # what belonged to this one belongs to that one now
            signal.confirmations.update(belongs_to=signal.belongs_to)
    signal.save()


def _look_again(verdict: Verdict) -> date | None:
    after = LOOK_AGAIN.get(verdict)
    return timezone.localdate(now()) + after if after else None


def _head_of(signal: Signal, other: Signal | None) -> Signal | None:
    """Signals belong to the first of their kind, never in a chain or a circle."""
    if other is None or other.challenge_id != signal.challenge_id:
        return None
    head = other.belongs_to or other
    return head if head.pk != signal.pk else None
