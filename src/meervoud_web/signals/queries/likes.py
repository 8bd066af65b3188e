"""Earlier signals that are like one, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from meervoud_web.signals.alike import alike
from meervoud_web.signals.models import Signal

LOOKS_BACK = timedelta(days=365)
MOST = 1000
SHOWN = 5


@dataclass(frozen=True)
class Like:
    """An earlier signal, and the words that it shares."""

    signal: Signal
    shared: tuple[str, ...]


def likes_of(signal: Signal) -> list[Like]:
    """What came in during the year before this signal and is like it, the likest first."""
    earlier = Signal.objects.filter(
        challenge=signal.challenge_id,
        reported_at__lte=signal.reported_at,
        reported_at__gt=signal.reported_at - LOOKS_BACK,
    ).exclude(pk=signal.pk)
    signals = {one.pk: one for one in earlier.select_related("challenge").order_by("-reported_at")[:MOST]}
    found = alike(signal.seen, {pk: one.seen for pk, one in signals.items()})
    return [Like(signals[one.key], one.shared) for one in found]


def kind_of(likes: list[Like]) -> set[int]:
    """The signals that are like one, with all that somebody said to be about the same."""
    heads = {one.signal.belongs_to_id or one.signal.pk for one in likes}
    joined = Signal.objects.filter(belongs_to__in=heads).values_list("pk", flat=True)
    return {*heads, *joined}
