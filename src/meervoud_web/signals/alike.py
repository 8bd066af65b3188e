"""Which signals are like another, and by which words: a third of its kind is noticed, and anybody sees why.

Two signals are compared by the words that carry meaning, each without its ending. A word that few signals
hold says more than one that many hold. Nothing is learned and nothing leaves the house.
"""

from __future__ import annotations

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
    return Compared(others).like(text)


class Compared(Generic[Key]):
    """Texts that others are compared with: read once, for as many as come."""

    def __init__(self, texts: Mapping[Key, str]) -> None:
        self._stems = {key: stems_of(text) for key, text in texts.items()}
        self._held_by: dict[str, list[Key]] = {}
        for key, stems in self._stems.items():
            for stem in stems:
                self._held_by.setdefault(stem, []).append(key)
        self._totals = {key: sum(map(self._tells, stems)) for key, stems in self._stems.items()}

    def like(self, text: str) -> list[Alike[Key]]:
        """Return which of the texts may be about the same as ``text``, the likest first."""
        own = stems_of(text)
        tells = {stem: self._tells(stem, also=1) for stem in own}
        found = []
        for key, shared in self._sharing(own).items():
            rare = [stem for stem in shared if self._is_rare(stem)]
            if _says_something(rare) and (score := self._score(key, shared, tells)) >= ALIKE:
                words = sorted(shared, key=lambda stem: -tells[stem])
                found.append(Alike(key, score, tuple(own[stem] for stem in words)))
        return sorted(found, key=lambda one: -one.score)

    def _sharing(self, own: Mapping[str, str]) -> dict[Key, list[str]]:
        """Each text that shares a word, in their order, with the words that it shares."""
        shared: dict[Key, list[str]] = {}
        for stem in own:
            for key in self._held_by.get(stem, ()):
                shared.setdefault(key, []).append(stem)
        return {key: shared[key] for key in self._stems if key in shared}

    def _tells(self, stem: str, also: int = 0) -> float:
        """How much a word says; ``also`` counts the text that is compared."""
        return log(1 + (len(self._stems) + 1) / (len(self._held_by.get(stem, ())) + also))

    def _is_rare(self, stem: str) -> bool:
        return len(self._held_by[stem]) + 1 <= max(FEW, len(self._stems) * SHARE)

    def _score(self, key: Key, shared: Collection[str], tells: Mapping[str, float]) -> float:
        """Dice, with each word counted by how much it tells."""
        in_both = sum(tells[stem] for stem in shared)
        more = sum(self._tells(stem) - tells[stem] for stem in shared)  # held once more, a word tells less
        total = sum(tells.values()) + self._totals[key] - more
        return 2 * in_both / total if total else 0.0


def _says_something(shared: Collection[str]) -> bool:
    return len(shared) >= AT_LEAST or any(len(stem) >= LONG for stem in shared)
