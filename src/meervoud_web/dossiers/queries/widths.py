"""How wide each column of a table on paper is, so that words stay whole and no long text takes it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ON_A_LINE = 112
"""How many signs stand beside one another on a sheet, about."""
LONGEST_WORD, AIR = 15, 2
"""A longer word is broken; hardly any is."""


@dataclass(frozen=True)
class Heading:
    """What stands above a column, and how much of the width it takes, in per cents."""

    words: str
    width: int


def headings_of(words: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Heading, ...]:
    """Give each column room for its longest word, and share what is left by how much is in it."""
    columns = [[heading, *(row[place] for row in rows)] for place, heading in enumerate(words)]
    least = [_longest_word(column) + AIR for column in columns]
    lengths = [sum(map(len, column)) + 1 for column in columns]
    left = max(0, ON_A_LINE - sum(least))
    wide = [room + left * length / sum(lengths) for room, length in zip(least, lengths, strict=True)]
    return tuple(
        Heading(heading, max(1, int(100 * room / sum(wide)))) for heading, room in zip(words, wide, strict=True)
    )


def _longest_word(cells: Sequence[str]) -> int:
    return min(LONGEST_WORD, max((len(word) for cell in cells for word in cell.split()), default=1))
