"""Take a photo away for good: somebody can be recognised on it, or asked for it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.actions.sweep import sweep
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Photo, Signal


def take_photo_away(signal: Signal, *, by: Person, reason: str) -> None:
    """Let go of the photo, also in the files of the database; the signal stays. Twice is once."""
    if not rules.may_read(by, signal.challenge):
        raise PermissionDenied
    with transaction.atomic():
        gone, _rows = Photo.objects.filter(signal=signal).delete()
        if gone:
            record(challenge=signal.challenge, by=by, verb="photo-removed", thing=thing_of(signal), why=reason)
    if gone and not transaction.get_connection().in_atomic_block:
        sweep()
