"""Open and close the letterbox of a challenge."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Letterbox


@transaction.atomic
def open_letterbox(challenge: Challenge, *, by: Person) -> Letterbox:
    """Let anybody with the code leave a signal. Opened again, the code on paper still works."""
    if not rules.may_read(by, challenge):
        raise PermissionDenied
    letterbox, is_new = Letterbox.objects.get_or_create(challenge=challenge)
    if is_new or Letterbox.objects.filter(pk=letterbox.pk, is_open=False).update(is_open=True):
        letterbox.is_open = True
        record(challenge=challenge, by=by, verb="letterbox-opened", thing=thing_of(challenge))
    return letterbox


@transaction.atomic
def close_letterbox(challenge: Challenge, *, by: Person) -> None:
    """Take no more signals without an account; the code is kept for when it opens again."""
    if not rules.may_read(by, challenge):
        raise PermissionDenied
    if Letterbox.objects.filter(challenge=challenge, is_open=True).update(is_open=False):
        record(challenge=challenge, by=by, verb="letterbox-closed", thing=thing_of(challenge))
