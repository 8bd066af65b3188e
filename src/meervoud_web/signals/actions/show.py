"""Show a signal to everyone who may see the challenge, in words that give nobody away; or take it back."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Signal


@transaction.atomic
def show_signal(signal: Signal, *, by: Person, shown_as: str) -> None:
    """Show it in these words; what the reporter wrote stays private."""
    if not rules.may_read(by, signal.challenge):
        raise PermissionDenied
    if signal.shown_as == shown_as:
        return
    Signal.objects.filter(pk=signal.pk).update(shown_as=shown_as)
    record(challenge=signal.challenge, by=by, verb="signal-shown", thing=thing_of(signal), about=shown_as)


@transaction.atomic
def hide_signal(signal: Signal, *, by: Person) -> None:
    """Take it back: from now on only whoever works on the challenge sees it."""
    if not rules.may_read(by, signal.challenge):
        raise PermissionDenied
    if Signal.objects.filter(pk=signal.pk).exclude(shown_as="").update(shown_as=""):
        record(challenge=signal.challenge, by=by, verb="signal-hidden", thing=thing_of(signal))
