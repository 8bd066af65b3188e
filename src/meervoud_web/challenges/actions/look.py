"""Remembering that somebody looked at a challenge."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, LastLook
from meervoud_web.people.models import Person

SAME_VISIT = timedelta(minutes=30)
"""Who looks again within this time is still on the same visit: what was new to them stays new."""
SELDOM = timedelta(minutes=1)
"""Within a visit it is written down at most this often."""


def look_at(challenge: Challenge, *, person: Person) -> datetime | None:
    """Remember this look; return the end of the visit before, or ``None`` when this is the first."""
    now = timezone.now()
    look = LastLook.objects.filter(person=person, challenge=challenge).first()
    if look is None:
        try:
            with transaction.atomic():
                LastLook.objects.create(person=person, challenge=challenge, at=now)
        except IntegrityError:
            pass  # a second page of the same person opened at the same moment
        return None
    if now - look.at > SAME_VISIT:
        look.before = look.at
    if now - look.at > SELDOM:
        look.at = now
        look.save(update_fields=["at", "before"])
    return look.before
