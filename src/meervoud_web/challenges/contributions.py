"""What residents and partners brought in, registered per kind of thing by each app in its ``apps.py``.

Whoever answers people sorts contributions into themes and knows no app by name::

    register_contributions(
        ContributionSource(kind="signal", brought=signals_brought, behind=people_behind_signals, left=signals_left)
    )

A contribution has the words that somebody used. Who may not see the thing itself does not get them: ask
:func:`contributions_of` with the person who looks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, seen_by
from meervoud_web.people.models import Person

MOST_COUNTED = 2_000
"""Beyond so many people the exact number says nothing more, and counting on would take long."""


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """Something that somebody brought in: the thing, their words, and on which occasion."""

    thing: Thing
    text: str
    occasion: str
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ContributionSource:
    """How an app tells what people brought in as one kind of thing."""

    kind: str
    brought: Callable[[Challenge], Iterable[Contribution]]
    """Everything of this kind that people brought in on a challenge, oldest first."""
    behind: Callable[[Mapping[int, Collection[int]]], Mapping[int, int]]
    """How many different people stand behind each collection of keys: who brought these in or reacted to them.

    Above :data:`MOST_COUNTED` any number will do.
    """
    left: Callable[[Collection[int]], Collection[int]]
    """Which of these keys still hold words: what was taken back is no contribution any more."""


_sources: dict[str, ContributionSource] = {}


def register_contributions(source: ContributionSource) -> None:
    """Make a kind of contribution known; registering twice changes nothing."""
    _sources[source.kind] = source


def contribution_sources() -> Mapping[str, ContributionSource]:
    """Every kind of contribution, by the slug of its things."""
    return _sources


def contributions_of(challenge: Challenge, *, person: Person | None) -> list[Contribution]:
    """Everything that people brought in on a challenge, as far as ``person`` may see it."""
    found = [one for source in _sources.values() for one in source.brought(challenge)]
    seen = seen_by(person, [one.thing for one in found])
    return [one for one in found if one.thing in seen]


def people_behind(things: Mapping[int, Collection[Thing]]) -> dict[int, int]:
    """How many people stand behind each collection of things; one question for each kind."""
    counts = dict.fromkeys(things, 0)
    for slug, source in _sources.items():
        keys = {key: [one.id for one in some if one.kind == slug] for key, some in things.items()}
        for key, count in source.behind({key: some for key, some in keys.items() if some}).items():
            counts[key] += count
    return counts


def still_there(things: Collection[Thing]) -> set[Thing]:
    """Which of these still are contributions."""
    left = set()
    for slug, source in _sources.items():
        keys = [one.id for one in things if one.kind == slug]
        left |= {Thing(slug, key) for key in source.left(keys)} if keys else set()
    return left
