"""About how many pages a paper takes: a guess while one writes; the PDF itself counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import ceil

from meervoud_web.papers.queries.chapters import Chapter

MOST_PAGES = 4
"""What a council reads."""
LINES_ON_A_PAGE = 48
TOP, HEADING = 11, 3
SIGNS, SMALL_SIGNS = 92, 118
"""How many signs stand on a line of text, and on a line of a note."""
SMALL = 0.72
"""How high a line of a note is beside a line of text."""


def left_out_to_fit(chapters: Collection[Chapter]) -> list[str]:
    """Which sentences a new draft leaves out so that it is no longer than a council reads.

    Those are the last of the section with the most. Whoever writes sees them all and may choose otherwise.
    """
    left = {chapter.section: list(chapter.lines) for chapter in chapters}
    free = [chapter.section for chapter in chapters if not chapter.is_fixed]
    out: list[str] = []
    while (
        free and pages_about(Chapter(section=one, told=tuple(lines)) for one, lines in left.items()) > MOST_PAGES
    ):
        longest = max(free, key=lambda section: len(left[section]))
        if len(left[longest]) <= 1:
            break
        out.append(left[longest].pop().mark)
    return out


def pages_about(chapters: Iterable[Chapter]) -> int:
    """Count lines as they will be printed."""
    height: float = TOP
    for chapter in chapters:
        height += HEADING if chapter.is_printed else 0
        for line in chapter.lines:
            height += ceil(len(line.text) / SIGNS) + 0.4
            for source in line.sources:
                height += SMALL * ceil((len(source.title) + len(source.address) + 40) / SMALL_SIGNS)
    return max(1, ceil(height / LINES_ON_A_PAGE))
