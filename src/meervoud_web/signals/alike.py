"""Which signals are like another, and by which words: a third of its kind is noticed, and anybody sees why.

Two signals are compared by the words that carry meaning, each without its ending. A word that few signals
hold says more than one that many hold. Nothing is learned and nothing leaves the house.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

from meervoud_web.dutch.stems import stems_of

Key = TypeVar("Key", bound=Hashable)

ALIKE = 0.12
"""From here on two signals may be about the same. Chosen on half of the planted signals, measured on the rest."""
AT_LEAST = 2
"""One word in common says nothing,"""
LONG = 9
"""unless it is a long one, which in Dutch names a thing of its own: *dagbesteding*, *stoeprand*."""
FEW, SHARE = 4, 0.1
"""A word that more than so many signals hold, and more than this share of them, is the topic and not the news."""


@dataclass(frozen=True)
class Alike(Generic[Key]):
    """A signal that is like another, how much, and the words that say so."""

    key: Key
    score: float
    shared: tuple[str, ...]


def alike(text: str, others: Mapping[Key, str]) -> list[Alike[Key]]:
    """Return the signals that may be about the same as ``text``, the likest first."""
    own = stems_of(text)
    stems = {key: stems_of(other) for key, other in others.items()}
    held_by = Counter(stem for some in (own, *stems.values()) for stem in some)
    telling = {stem: log(1 + (len(stems) + 1) / held) for stem, held in held_by.items()}
    rare = {stem for stem, held in held_by.items() if held <= max(FEW, len(stems) * SHARE)}
    found = []
    for key, some in stems.items():
        shared = sorted((stem for stem in own if stem in some), key=lambda stem: -telling[stem])
        if _says_something(rare.intersection(shared)) and (score := _score(own, some, telling)) >= ALIKE:
            found.append(Alike(key, score, tuple(own[stem] for stem in shared)))
    return sorted(found, key=lambda one: -one.score)


def _says_something(shared: Collection[str]) -> bool:
    return len(shared) >= AT_LEAST or any(len(stem) >= LONG for stem in shared)


def _score(one: Mapping[str, str], other: Mapping[str, str], telling: Mapping[str, float]) -> float:
    """Dice, with each word counted by how much it tells."""
    total = sum(telling[stem] for stem in (*one, *other))
    return 2 * sum(telling[stem] for stem in one if stem in other) / total if total else 0.0
