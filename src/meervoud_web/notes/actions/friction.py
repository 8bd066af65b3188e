"""Putting a friction before who can lift it, and their answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.notes import rules
from meervoud_web.notes.models import Friction, FrictionKind, FrictionState
from meervoud_web.people.models import Person


class AlreadySettledError(Exception):
    """Somebody else answered first."""


@dataclass(frozen=True, kw_only=True)
class FrictionWords:
    """What blocks us, who can lift it and by when; a role where the person has no account."""

    what: str
    kind: FrictionKind
    by_when: date
    lifter: Person | None = None
    lifter_role: str = ""


def raise_friction(
    challenge: Challenge, *, by: Person, words: FrictionWords, sources: Sequence[Thing], request_id: UUID
) -> Friction:
    """Put before somebody what blocks us; sent twice, it is put once."""
    if not rules.may_note(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            friction = Friction.objects.create(challenge=challenge, request_id=request_id, **vars(words))
            trace(thing_of(friction), sources=sources, challenge=challenge, by=by)
            _note(friction, by=by, verb="friction-raised")
            return friction
    except IntegrityError:
        known = Friction.objects.filter(request_id=request_id, challenge=challenge).first()
        if known is None:
            raise PermissionDenied from None
        return known


@transaction.atomic
def settle_friction(friction: Friction, *, by: Person, is_lifted: bool, outcome: str) -> None:
    """Say what was done about it, or why nothing can be. One answer: who comes second gets to see the first."""
    if not rules.may_settle(by, friction):
        raise PermissionDenied
    found = (
        Friction.objects.select_for_update(of=("self",)).filter(pk=friction.pk, state=FrictionState.OPEN).first()
    )
    if found is None:
        raise AlreadySettledError(friction.what)
    found.state = FrictionState.LIFTED if is_lifted else FrictionState.NOT_LIFTED
    found.settled_at, found.outcome = clock.now(), outcome
    found.save(update_fields=["state", "settled_at", "outcome"])
    _note(found, by=by, verb="friction-lifted" if is_lifted else "friction-not-lifted", why=outcome)


def _note(friction: Friction, *, by: Person, verb: str, why: str = "") -> None:
    record(challenge=friction.challenge, by=by, verb=verb, thing=thing_of(friction), about=friction.what, why=why)
