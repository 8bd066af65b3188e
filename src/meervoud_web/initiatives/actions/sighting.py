"""Writing down what works in the city already, changing it, and taking it away."""

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
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.models import Sighting
from meervoud_web.people.models import Person


class SeenChangedError(Exception):
    """Somebody else changed it since this person opened it."""


@dataclass(frozen=True, kw_only=True)
class SightingWords:
    """What works, by whom, where, since when and what it shows; a person's name only with consent."""

    what: str
    by_whom: str
    shows: str
    place: str = ""
    since_year: int | None = None
    contact: str = ""
    has_consent: bool = False
    is_own: bool = False


def enter_sighting(
    challenge: Challenge, *, by: Person, words: SightingWords, sources: Sequence[Thing], request_id: UUID
) -> Sighting:
    """Write down what works already; sent twice, it stands once. ``sources`` is the note in which it was heard."""
    if not rules.reads_along(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            sighting = Sighting.objects.create(
                challenge=challenge, entered_by=by, request_id=request_id, **vars(words)
            )
            trace(thing_of(sighting), sources=sources, challenge=challenge, by=by)
            note(sighting, by=by, verb="seen-entered")
            return sighting
    except IntegrityError:
        known = Sighting.objects.filter(request_id=request_id, challenge=challenge, entered_by=by).first()
        if known is None:
            raise PermissionDenied from None
        return known


@transaction.atomic
def change_sighting(sighting: Sighting, *, by: Person, words: SightingWords, version: int) -> None:
    """Write it otherwise. Who comes second gets to see what came first."""
    found = take_hold(sighting, by=by, version=version)
    for name, value in vars(words).items():
        setattr(found, name, value)
    found.save()
    note(found, by=by, verb="seen-changed")


@transaction.atomic
def remove_sighting(sighting: Sighting, *, by: Person) -> None:
    """Take it away, with what we took from it: it was about others, and they can ask for that."""
    if not rules.may_keep(by, sighting):
        raise PermissionDenied
    found = Sighting.objects.select_for_update().filter(pk=sighting.pk).first()
    if found is None:
        return
    challenge = sighting.challenge
    changed(thing_of(found), *(thing_of(one) for one in found.takeaways.all()))
    found.delete()
    record(challenge=challenge, by=by, verb="seen-removed", thing=thing_of(challenge))


def take_hold(sighting: Sighting, *, by: Person, version: int) -> Sighting:
    """Hold on to it as this person saw it."""
    if not rules.may_keep(by, sighting):
        raise PermissionDenied
    held = Sighting.objects.select_for_update(of=("self",)).select_related("challenge")
    found = held.filter(pk=sighting.pk, version=version).first()
    if found is None:
        raise SeenChangedError(sighting.what)
    found.version += 1
    return found


def note(sighting: Sighting, *, by: Person, verb: str, why: str = "") -> None:
    """Write down in the journal what was done; who may not read it does not read this either."""
    record(challenge=sighting.challenge, by=by, verb=verb, thing=thing_of(sighting), about=sighting.what, why=why)
