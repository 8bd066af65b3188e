"""A challenge with a letterbox, and signals in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.signals.models import Observer, Signal


def a_challenge(*, public: bool = True) -> Challenge:
    return Challenge.objects.get_or_create(
        slug="samen-langer-thuis",
        defaults={"title": "Samen langer thuis", "question": "Hoe dan?", "is_public": public},
    )[0]


def a_signal(
    seen: str = "De bus naar het ziekenhuis rijdt leeg.", *, at: datetime | None = None, **more: Any
) -> Signal:
    more.setdefault("challenge", a_challenge())
    return Signal.objects.create(
        seen=seen, observer=Observer.RESIDENT, reported_at=at or timezone.now(), request_id=uuid4(), **more
    )
