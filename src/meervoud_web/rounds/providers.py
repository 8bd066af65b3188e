"""What other apps tell whoever comes with a follow code, registered in their ``apps.py``.

So ``rounds`` knows no app above it::

    register_came_of(what_came_of_statements)
    register_still_waited_for(conversations_that_wait)

A provider of ``came_of`` gets who follows, and returns what it shows under each of their statements and below all
of them. While another app says that people of a round still wait for an answer, their follow codes stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from meervoud_web.challenges.providers import Panel
from meervoud_web.rounds.models import Participation, Round


@dataclass(frozen=True, kw_only=True)
class Follower:
    """Somebody who came with a follow code: in which round, with which statements, and what their forms carry."""

    code: str
    token: str
    round: Round
    statements: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class CameOf:
    """What one app tells: under a statement, by its key, and below all of them."""

    under: Mapping[int, Panel] = field(default_factory=dict)
    below: Panel | None = None


CameOfProvider = Callable[[Follower], CameOf]
StillWaitedFor = Callable[[datetime], "QuerySet[Any, Any]"]

_came_of: list[CameOfProvider] = []
_still_waited_for: list[StillWaitedFor] = []


def register_came_of(provider: CameOfProvider) -> None:
    """Add what an app tells about what came of statements; registering twice changes nothing."""
    if provider not in _came_of:
        _came_of.append(provider)


def register_still_waited_for(provider: StillWaitedFor) -> None:
    """Say of which conversations (their keys) people still come back for an answer, at a moment."""
    if provider not in _still_waited_for:
        _still_waited_for.append(provider)


def came_of(follower: Follower) -> list[CameOf]:
    """Ask every app what came of the statements of this follower."""
    return [provider(follower) for provider in _came_of]


def not_waited_for(participations: QuerySet[Participation], now: datetime) -> QuerySet[Participation]:
    """Leave out who still waits for an answer of another app."""
    waits = Q(pk__in=())
    for provider in _still_waited_for:
        waits |= Q(round__conversation__in=provider(now))
    return participations.exclude(waits)
