"""Who waits for me: promises that I have to keep, frictions that I can lift, and what other apps say I owe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meervoud_web.challenges.providers import Waiting
from meervoud_web.notes.models import Friction, FrictionState, Promise, PromiseState
from meervoud_web.notes.providers import awaited_of
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class WaitingForMe:
    """What waits for one person, what is late first."""

    promises: tuple[Promise, ...]
    frictions: tuple[Friction, ...]
    others: tuple[Waiting, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.count)

    @property
    def count(self) -> int:
        """How many of these there are."""
        return len(self.promises) + len(self.frictions) + len(self.others)

    @property
    def late(self) -> int:
        """How many of these wait longer than they should."""
        promises = sum(promise.is_late for promise in self.promises)
        frictions = sum(friction.is_late for friction in self.frictions)
        return promises + frictions + sum(other.is_late for other in self.others)


def waiting_for_me(person: Person, *, until: date | None = None) -> WaitingForMe:
    """What waits for ``person``, or only what is due up to and including ``until``."""
    promises = Promise.objects.filter(keeper=person, state=PromiseState.OPEN)
    frictions = Friction.objects.filter(lifter=person, state=FrictionState.OPEN)
    if until is not None:
        promises, frictions = promises.filter(due_on__lte=until), frictions.filter(by_when__lte=until)
    return WaitingForMe(
        promises=tuple(promises.select_related("challenge")),
        frictions=tuple(frictions.select_related("challenge")),
        others=awaited_of(person, until),
    )
