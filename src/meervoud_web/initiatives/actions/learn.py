"""Asking those who do it whether we may learn, showing it with their leave, and saying what we took from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.actions.sighting import note, take_hold
from meervoud_web.initiatives.models import MayLearn, Sighting, Takeaway
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class LearnWords:
    """What those who do it said: yes, no or on which conditions, who said so, and when."""

    may_learn: MayLearn
    conditions: str = ""
    answered_by: str = ""
    answered_on: date | None = None


@transaction.atomic
def say_may_learn(sighting: Sighting, *, by: Person, words: LearnWords, version: int) -> None:
    """Write down that we asked, or what they answered. They can answer otherwise later; the newest counts."""
    found = take_hold(sighting, by=by, version=version)
    for name, value in vars(words).items():
        setattr(found, name, value)
    found.save()
    note(found, by=by, verb=f"learning-{words.may_learn}", why=words.conditions)


@transaction.atomic
def show_sighting(sighting: Sighting, *, by: Person, with_leave_of: str, since: date, version: int) -> None:
    """Let everyone who may see the challenge read it: only when those who do it agree."""
    found = take_hold(sighting, by=by, version=version)
    found.shown_with_leave_of, found.shown_since = with_leave_of, since
    found.save()
    note(found, by=by, verb="seen-shown")


@transaction.atomic
def hide_sighting(sighting: Sighting, *, by: Person, version: int) -> None:
    """Keep it from now on to who works here and who has a part in the challenge."""
    found = take_hold(sighting, by=by, version=version)
    found.shown_with_leave_of, found.shown_since = "", None
    found.save()
    note(found, by=by, verb="seen-hidden")


def take_away(
    sighting: Sighting,
    *,
    by: Person,
    what: str,
    sources: Sequence[Thing],
    changed_things: Sequence[Thing] = (),
    request_id: UUID,
) -> Takeaway:
    """Say what we do otherwise because of it, and which choice or other thing it changed.

    Only once those who do it let us learn from it. What we saw always is a source; sent twice, it stands once.
    """
    if not rules.may_take(by, sighting):
        raise PermissionDenied
    try:
        with transaction.atomic():
            made = Takeaway.objects.create(sighting=sighting, what=what, by=by, request_id=request_id)
            thing, challenge = thing_of(made), sighting.challenge
            trace(thing, sources=[thing_of(sighting), *sources], challenge=challenge, by=by)
            for one in changed_things:
                trace(one, sources=[thing], challenge=challenge, by=by, kind=LinkKind.CHANGED_BY)
            record(challenge=challenge, by=by, verb="taken-away", thing=thing, about=what)
            return made
    except IntegrityError:
        known = Takeaway.objects.filter(request_id=request_id, sighting=sighting).first()
        if known is None:
            raise PermissionDenied from None
        return known
