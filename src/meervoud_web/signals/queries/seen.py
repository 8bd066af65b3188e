"""Who may see which signals: private to whoever works on the challenge, until somebody shows one."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from meervoud_web.challenges.models import WORKING_PARTS, Challenge, Involvement
from meervoud_web.challenges.queries.challenge import challenges_for
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.rules import may_edit_challenges
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Photo, Reading, Signal


def signals_seen_by(person: Person | None, signals: QuerySet[Signal]) -> QuerySet[Signal]:
    """All of them for whoever works on the challenge, what one reported oneself, and what was shown."""
    if may_edit_challenges(person):
        return signals
    shown = ~Q(shown_as="") & Q(challenge__in=challenges_for(person))
    if person is None:
        return signals.filter(shown)
    own = Q(reporter=person, challenge__in=challenges_for(person))
    return signals.filter(shown | own | Q(challenge__in=_worked_on(person)))


def readings_seen_by(person: Person | None, readings: QuerySet[Reading]) -> QuerySet[Reading]:
    """How a signal was read, with the reason, stays with whoever works on the challenge."""
    if may_edit_challenges(person):
        return readings
    return readings.filter(signal__challenge__in=_worked_on(person)) if person is not None else readings.none()


def signals_of(challenge: Challenge, *, person: Person | None) -> QuerySet[Signal]:
    """The signals of a challenge that somebody may see, oldest first."""
    return signals_seen_by(person, Signal.objects.filter(challenge=challenge)).select_related(
        "challenge", "belongs_to__challenge"
    )


def photo_of(signal: Signal, *, person: Person | None) -> Photo | None:
    """The photo without its picture, for who reads the signal and who sent it.

    What is shown to everyone are words that somebody chose; the photo is not among them.
    """
    if person is None or not (signal.reporter_id == person.pk or rules.may_read(person, signal.challenge)):
        return None
    return Photo.objects.select_related("signal__challenge").defer("picture").filter(signal=signal).first()


def _worked_on(person: Person) -> QuerySet[Challenge]:
    held = Involvement.objects.filter(held_now(), person=person, role__in=WORKING_PARTS)
    return Challenge.objects.filter(pk__in=held.values("challenge"))
