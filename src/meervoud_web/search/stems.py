"""From words to what is looked for: Dutch stems, so that *woningen* finds *wonen*.

Two stemmers of the Snowball project, since each misses what the other sees: Kraaij-Pohlmann knows that *huizen* is
*huis*, Porter's that *eenzame* is *eenzaam*. They run here and not in the database, so that every database finds
the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

import snowballstemmer

MOST_WORDS = 8
"""How many words of a question count."""
LONGEST = 40
"""Signs of a word that count."""
LEAST_BEGINNING = 4
"""From so many letters on a stem also finds longer words: *mantelzorg* finds *mantelzorger*."""
STEMMERS = tuple(snowballstemmer.stemmer(name) for name in ("dutch", "dutch_porter"))


def stems_of(text: str) -> str:
    """Every stem in a text once, with spaces between, for the index."""
    found = dict.fromkeys(stem for word in _words(text) for stem in _stems(word))
    return " ".join(found)


def looked_for(question: str) -> list[tuple[str, ...]]:
    """For each word of a question the stems of which one has to be there."""
    return [_stems(word) for word in dict.fromkeys(_words(question))][:MOST_WORDS]


def is_looked_for(word: str, wanted: Iterable[tuple[str, ...]]) -> frozenset[int]:
    """Which of the words of a question, by their places, this word of a text answers."""
    here = {stem for part in _words(word) for stem in _stems(part)}
    return frozenset(place for place, stems in enumerate(wanted) if any(_is_one(stem, here) for stem in stems))


def _words(text: str) -> Iterable[str]:
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return (word[:LONGEST] for word in re.findall(r"[^\W_]+", letters))


def can_be_looked_for(wanted: Iterable[tuple[str, ...]]) -> Callable[[str], bool]:
    """A quick look, by its first letter, that spares most words of a text the stemmers, which are slow.

    They leave the first letter of a word as it is, but for those that take *ge* off.
    """
    letters = {stem[0] for stems in wanted for stem in stems}

    def can_be(word: str) -> bool:
        first = word[0].casefold()
        return first in letters or not first.isascii() or word[:2].casefold() == "ge"

    return can_be


def _is_one(stem: str, here: Iterable[str]) -> bool:
    begins = len(stem) >= LEAST_BEGINNING
    return any(one == stem or (begins and one.startswith(stem)) for one in here)


def _stems(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stemmer.stemWord(word) or word for stemmer in STEMMERS))
