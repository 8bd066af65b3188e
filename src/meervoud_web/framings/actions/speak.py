"""Saying who speaks for an actor for whom nobody spoke yet."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.framings import rules
from meervoud_web.framings.actions.write import note
from meervoud_web.framings.models import Framing
from meervoud_web.people.models import Person


@transaction.atomic
def let_speak(framing: Framing, *, by: Person, holder: Person) -> None:
    """Give an actor somebody who speaks for it: never oneself, and never in the place of who speaks already."""
    allowed = rules.may_write_for_others(by, framing.challenge) and rules.reads_along(holder, framing.challenge)
    if not allowed or holder == by:
        raise PermissionDenied
    if Framing.objects.filter(pk=framing.pk, holder=None).update(holder=holder):
        newest = framing.versions.select_related("framing__challenge").latest("number")
        note(newest, by=by, verb="framing-spoken-for")
