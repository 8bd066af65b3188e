"""Where a round stands for who would take part: the clock has a say in it too."""

from __future__ import annotations

from typing import Literal

from django.utils import timezone

from meervoud_web.rounds.models import Round, State

Standing = Literal["soon", "open", "over", "answered"]


def standing_of(round_: Round) -> Standing:
    """Say whether people can react, not yet, or no more, or have heard what was done with it."""
    if round_.state == State.ANSWERED:
        return "answered"
    if round_.is_open:
        return "open"
    begins_later = round_.opens_at is not None and round_.opens_at > timezone.now()
    return "soon" if round_.state == State.OPEN and begins_later else "over"
