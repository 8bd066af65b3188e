"""Where in a text the words stand that somebody looked for.

A text is cut into pieces and each piece is said to be marked or not; the template escapes them one by one, so
nothing that people wrote is ever taken for markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from meervoud_web.search.stems import can_be_looked_for, is_looked_for

LONGEST = 220
"""About how many signs a passage has."""
BEFORE = 60
"""How many signs of it stand before the first word, where the text is longer."""
LOOKED_AT = 20_000
"""Signs of a text in which the words are marked."""

Wanted = list[tuple[str, ...]]


@dataclass(frozen=True)
class Piece:
    """A few words of a text; ``is_marked`` where somebody looked for them."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class _Hit:
    """A word of the text, and which words of the question it answers."""

    start: int
    end: int
    answers: frozenset[int]


def marked(text: str, wanted: Wanted) -> tuple[Piece, ...]:
    """The whole text, with the words marked."""
    text = unicodedata.normalize("NFC", text)
    return tuple(_pieces(text, _hits(text, wanted), 0, len(text)))


def passage(text: str, wanted: Wanted) -> tuple[Piece, ...]:
    """The part of a text in which most of the words stand; nothing where none of them does."""
    text = unicodedata.normalize("NFC", text[:LOOKED_AT])
    lines = [" ".join(line.split()) for line in text.splitlines()]
    hits = [(line, _hits(line, wanted)) for line in lines]
    line, here = max(hits, key=lambda one: len(_answered(one[1])), default=("", []))
    if not here:
        return ()
    start, end = _window(line, here)
    pieces = _pieces(line, here, start, end)
    return (*([Piece("… ")] if start else []), *pieces, *([Piece(" …")] if end < len(line) else []))


def _hits(text: str, wanted: Wanted) -> list[_Hit]:
    likely = can_be_looked_for(wanted)
    words = (word for word in re.finditer(r"[^\W_]+", text) if likely(word.group()))
    hits = (_Hit(*word.span(), is_looked_for(word.group(), wanted)) for word in words)
    return [hit for hit in hits if hit.answers]


def _answered(hits: list[_Hit]) -> frozenset[int]:
    return frozenset().union(*(hit.answers for hit in hits))


def _window(line: str, hits: list[_Hit]) -> tuple[int, int]:
    """The stretch that begins a little before a hit and answers most words of the question, on whole words."""
    if len(line) <= LONGEST:
        return 0, len(line)
    first = max(hits, key=lambda hit: len(_answered([one for one in hits if _is_within(one, hit)])))
    start = min(max(0, first.start - BEFORE), len(line) - LONGEST)
    if start:
        start = max(start, line.find(" ", start, first.start) + 1)
    end = min(len(line), start + LONGEST)
    if end < len(line):
        space = line.rfind(" ", first.end, end)
        end = space if space >= 0 else end
    return start, end


def _is_within(one: _Hit, first: _Hit) -> bool:
    """Whether a hit stands in the passage that begins with another."""
    return first.start <= one.start and one.end <= max(0, first.start - BEFORE) + LONGEST


def _pieces(text: str, hits: list[_Hit], start: int, end: int) -> list[Piece]:
    pieces, at = [], start
    for hit in hits:
        if hit.start < start or hit.end > end:
            continue
        pieces += [Piece(text[at : hit.start]), Piece(text[hit.start : hit.end], is_marked=True)]
        at = hit.end
    return [piece for piece in (*pieces, Piece(text[at:end])) if piece.text]
