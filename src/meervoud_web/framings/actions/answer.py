"""The actor says whether they recognise themselves in how their framing was written down."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges import clock
from meervoud_web.framings import rules
from meervoud_web.framings.actions.write import note, take_hold
from meervoud_web.framings.models import Framing, Recognised
from meervoud_web.people.models import Person


def confirm(framing: Framing, *, by: Person, number: int) -> None:
    """Stand behind version ``number``: from now on everybody may read it, where the challenge is open."""
    _answer(framing, by=by, number=number, recognised=Recognised.CONFIRMED, contest="")


def contest(framing: Framing, *, by: Person, number: int, what: str) -> None:
    """Say what is wrong with version ``number``: it stands beside it, and the public reads neither."""
    _answer(framing, by=by, number=number, recognised=Recognised.CONTESTED, contest=what)


@transaction.atomic
def _answer(framing: Framing, *, by: Person, number: int, recognised: Recognised, contest: str) -> None:
    if not rules.speaks_for(by, framing):
        raise PermissionDenied
    found = take_hold(framing, number=number)
    version = found.versions.select_related("framing__challenge").get(number=number)
    if (version.recognised, version.contest) == (recognised, contest):
        return
    found.versions.filter(is_shown=True).update(is_shown=False)
    version.recognised, version.contest = recognised, contest
    version.answered_at, version.is_shown = clock.now(), recognised == Recognised.CONFIRMED
    version.save(update_fields=["recognised", "contest", "answered_at", "is_shown"])
    note(version, by=by, verb=f"framing-{recognised}", why=contest)
