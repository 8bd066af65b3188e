"""Giving people a part in a challenge, and ending it."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from meervoud_web.challenges import rules
from meervoud_web.challenges.actions.journal import record
from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person


@transaction.atomic
def involve(
    person: Person,
    *,
    challenge: Challenge,
    role: Part,
    by: Person,
    organisation: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    why: str = "",
) -> Involvement:
    """Give somebody a part in a challenge. The same part asked for twice is given once."""
    if not rules.may_manage_involvements(by):
        raise PermissionDenied
    starts_on = starts_on or timezone.localdate()
    held = Involvement.objects.filter(person=person, challenge=challenge, role=role)
    existing = held.filter(starts_on__lte=starts_on).exclude(ends_on__lt=starts_on).first()
    if existing is not None:
        return existing
    given = Involvement(
        person=person,
        challenge=challenge,
        role=role,
        organisation=organisation,
        starts_on=starts_on,
        ends_on=ends_on,
        why=why,
    )
    given.full_clean()
    given.save()
    _note(given, verb="involved", by=by, why=why)
    return given


@transaction.atomic
def end_involvement(involvement: Involvement, *, by: Person, why: str = "") -> None:
    """End somebody's part: it stays known that they had it, up to and including yesterday or its first day."""
    if not rules.may_manage_involvements(by):
        raise PermissionDenied
    last_day = max(timezone.localdate() - timedelta(days=1), involvement.starts_on)
    if involvement.ends_on is not None and involvement.ends_on <= last_day:
        return
    involvement.ends_on = last_day
    involvement.save(update_fields=["ends_on"])
    _note(involvement, verb="involvement-ended", by=by, why=why)


def _note(involvement: Involvement, *, verb: str, by: Person, why: str) -> None:
    about = f"{involvement.person.name}, {Part(involvement.role).label}"
    record(challenge=involvement.challenge, by=by, verb=verb, thing=thing_of(involvement), about=about, why=why)
