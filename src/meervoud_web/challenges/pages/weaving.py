"""The thread as a small picture: sources above, the thing itself in the middle, what it led to below."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from meervoud_web.challenges.queries.thread import STEPS_SHOWN, Direction, Step, Thread
from meervoud_web.challenges.things import Shown, Thing

WIDTH, HEIGHT = 212, 84
BETWEEN, ROW = 16, 140
ON_A_ROW = 4
LETTERS, LINES = 24, 2


@dataclass(frozen=True, kw_only=True)
class Card:
    """A thing at its place, with its title broken into lines."""

    shown: Shown
    x: int
    y: int
    lines: tuple[str, ...]
    is_middle: bool

    @property
    def rows(self) -> list[tuple[int, str]]:
        """Each line of the title with its height."""
        return [(self.y + 46 + 20 * number, line) for number, line in enumerate(self.lines)]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Everything that the template draws."""

    width: int
    height: int
    cards: tuple[Card, ...]
    paths: tuple[str, ...]
    left_out: int


def drawing_of(thread: Thread) -> Drawing:
    """Place the things row by row; a row that is too long shows its first, and the list below has them all."""
    above, left_above = _rows(thread.back)
    below, left_below = _rows(thread.onwards)
    rows: list[list[Shown]] = [
        *([step.shown for step in row] for row in reversed(above)),
        [thread.middle],
        *([step.shown for step in row] for row in below),
    ]
    widest = max(len(row) for row in rows)
    width = max(widest * (WIDTH + BETWEEN) - BETWEEN, 2 * WIDTH)
    cards = {
        shown.thing: _card(shown, place, len(row), number, width=width, middle=thread.middle)
        for number, row in enumerate(rows)
        for place, shown in enumerate(row)
    }
    paths = [*_paths(above, cards, back=True), *_paths(below, cards, back=False)]
    return Drawing(
        width=width + 4,
        height=len(rows) * ROW - (ROW - HEIGHT) + 4,
        cards=tuple(cards.values()),
        paths=tuple(paths),
        left_out=left_above + left_below,
    )


def _rows(direction: Direction) -> tuple[list[list[Step]], int]:
    rows: list[list[Step]] = []
    left_out = 0
    known: set[Thing] | None = None
    for distance in range(1, STEPS_SHOWN + 1):
        steps = [step for step in direction.at(distance) if known is None or step.near in known]
        left_out += len(direction.at(distance)) - len(steps[:ON_A_ROW])
        if steps:
            rows.append(steps[:ON_A_ROW])
        known = {step.shown.thing for step in steps[:ON_A_ROW]}
    return rows, left_out


def _card(shown: Shown, place: int, of: int, row: int, *, width: int, middle: Shown) -> Card:
    used = of * (WIDTH + BETWEEN) - BETWEEN
    lines = textwrap.wrap(shown.title, LETTERS, max_lines=LINES, placeholder=" …") or [""]
    return Card(
        shown=shown,
        x=2 + (width - used) // 2 + place * (WIDTH + BETWEEN),
        y=2 + row * ROW,
        lines=tuple(lines),
        is_middle=shown.thing == middle.thing,
    )


def _paths(rows: list[list[Step]], cards: dict[Thing, Card], *, back: bool) -> list[str]:
    paths = []
    for step in (step for row in rows for step in row):
        ends = (cards[step.shown.thing], cards[step.near])
        upper, lower = ends if back else ends[::-1]
        x1, y1, x2, y2 = upper.x + WIDTH // 2, upper.y + HEIGHT, lower.x + WIDTH // 2, lower.y
        bend = (y1 + y2) // 2
        paths.append(f"M{x1} {y1}C{x1} {bend} {x2} {bend} {x2} {y2 - 7}")
    return paths
