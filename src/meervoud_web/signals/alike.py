"""Which signals are like another, and by which words: a third of its kind is noticed, and anybody sees why.

Two signals are compared by the words that carry meaning, each told by its first letters. A word that few signals
hold says more than one that many hold. Nothing is learned and nothing leaves the house.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

from meervoud_web.dutch.likeness import telling_stems

Key = TypeVar("Key", bound=Hashable)

ALIKE = 0.3
"""From here on two signals may be about the same. Chosen on half of the planted signals, measured on the rest."""
AT_LEAST = 2
"""One word in common is never enough."""


@dataclass(frozen=True)
class Alike(Generic[Key]):
    """A signal that is like another, how much, and the words that say so."""

    key: Key
    score: float
    shared: tuple[str, ...]


def alike(text: str, others: Mapping[Key, str]) -> list[Alike[Key]]:
    """Return the signals that may be about the same as ``text``, the likest first."""
    own = telling_stems(text)
    stems = {key: telling_stems(other) for key, other in others.items()}
    known = Counter(stem for some in stems.values() for stem in some)
    telling = {stem: log(1 + (len(stems) + 1) / (1 + known[stem])) for stem in {*known, *own}}
    found = []
    for key, some in stems.items():
        shared = [stem for stem in own if stem in some]
        if len(shared) >= AT_LEAST and (score := _score(own, some, telling)) >= ALIKE:
            words = sorted(shared, key=lambda stem: -telling[stem])
            found.append(Alike(key, score, tuple(own[stem] for stem in words)))
    return sorted(found, key=lambda one: -one.score)


def _score(one: Mapping[str, str], other: Mapping[str, str], telling: Mapping[str, float]) -> float:
    """Dice, with each word counted by how much it tells."""
    total = sum(telling[stem] for stem in one) + sum(telling[stem] for stem in other)
    return 2 * sum(telling[stem] for stem in one if stem in other) / total if total else 0.0
