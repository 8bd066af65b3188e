"""Report something unexpected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.people.actions.attempts import Limit, TooManyAttemptsError, write_down
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Letterbox, Observer, Photo, Signal
from meervoud_web.signals.photograph import PhotoRefusedError, made_anew

__all__ = [
    "PhotoRefusedError",
    "Report",
    "Snapshot",
    "TooManyAttemptsError",
    "report_from_outside",
    "report_signal",
]

MOST_FROM_ONE_ADDRESS = 20
"""In a quarter of an hour: a neighbourhood team behind one connection may report, a machine may not."""
MOST_IN_ONE_BOX = 200


@dataclass(frozen=True, kw_only=True)
class Report:
    """What somebody saw, where and in which role."""

    seen: str
    observer: Observer
    place: str = ""
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A photo as somebody sent it, and what is to be seen on it."""

    data: bytes
    shows: str


def report_signal(
    challenge: Challenge,
    *,
    by: Person,
    report: Report,
    request_id: UUID,
    sources: Sequence[Thing],
    snapshot: Snapshot | None = None,
) -> Signal:
    """Write down what somebody with an account saw; ``sources`` is a note it came from, or nothing.

    Raises
    ------
    PhotoRefusedError
        When what was sent along is no photo that we take.
    """
    if not rules.may_report(by, challenge):
        raise PermissionDenied
    photo = _developed(snapshot)  # before the transaction: drawing takes longer than others should wait
    with transaction.atomic():
        signal, is_new = _written(challenge, report, request_id=request_id, reporter=by, photo=photo)
        if is_new:
            trace(thing_of(signal), sources=sources, challenge=challenge, by=by)
            record(challenge=challenge, by=by, verb="signal-reported", thing=thing_of(signal))
    return signal


def report_from_outside(
    letterbox: Letterbox, *, report: Report, request_id: UUID, address: str, snapshot: Snapshot | None = None
) -> Signal:
    """Write down what somebody without an account saw. It is not in the journal, which knows only who has one.

    Raises
    ------
    TooManyAttemptsError
        When too many came from one place, or into one letterbox, in a quarter of an hour.
    PhotoRefusedError
        When what was sent along is no photo that we take.
    """
    if not letterbox.is_open:
        raise PermissionDenied
    known = Signal.objects.filter(request_id=request_id, challenge=letterbox.challenge).first()
    if known is not None:
        return known
    write_down(
        [
            Limit("signals-from", address, MOST_FROM_ONE_ADDRESS),
            Limit("signals-in", str(letterbox.pk), MOST_IN_ONE_BOX),
        ]
    )
    photo = _developed(snapshot)
    return _written(letterbox.challenge, report, request_id=request_id, reporter=None, photo=photo)[0]


def _developed(snapshot: Snapshot | None) -> Photo | None:
    if snapshot is None:
        return None
    drawn = made_anew(snapshot.data)
    return Photo(picture=drawn.data, width=drawn.width, height=drawn.height, shows=snapshot.shows)


def _written(
    challenge: Challenge, report: Report, *, request_id: UUID, reporter: Person | None, photo: Photo | None
) -> tuple[Signal, bool]:
    """One signal for one form, however often it is sent."""
    known = Signal.objects.filter(request_id=request_id, challenge=challenge, reporter=reporter).first()
    if known is not None:
        return known, False
    try:
        with transaction.atomic():
            signal = Signal.objects.create(
                challenge=challenge, reporter=reporter, request_id=request_id, **vars(report)
            )
            if photo is not None:
                photo.signal = signal
                photo.save(force_insert=True)
            changed(thing_of(signal))
            return signal, True
    except IntegrityError:  # the same form, twice at once
        return Signal.objects.get(request_id=request_id, challenge=challenge, reporter=reporter), False
