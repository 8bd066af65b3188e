"""Two small pictures: where people stand on a question, and how far a role is from what somebody wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.framings.models import Level, Rung
from meervoud_web.framings.queries.ladder import Dumbbell, Strand
from meervoud_web.framings.queries.wicked import Spread

COLUMN, DOT, STACK = 120, 16, 8
LEFT, STEP, ROW, HEAD = 190, 112, 34, 40


@dataclass(frozen=True, kw_only=True)
class Dots:
    """A dot for each person, in a column for each answer."""

    width: int
    height: int
    dots: tuple[tuple[int, int], ...]
    labels: tuple[tuple[int, str, int], ...]

    @property
    def floor(self) -> int:
        """Where the columns stand."""
        return self.height - 44


@dataclass(frozen=True, kw_only=True)
class Bell:
    """One row: a ring where it is, a full dot where somebody wants it."""

    bell: Dumbbell
    y: int
    actual_x: int
    wanted_x: int
    said: str

    @property
    def actual(self) -> str:
        """The step where it is, in words."""
        return str(Rung(self.bell.actual).label)

    @property
    def wanted(self) -> str:
        """The step that is wanted, in words."""
        return str(Rung(self.bell.wanted).label)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One actor with a bell for each moment."""

    who: str
    y: int
    bells: tuple[Bell, ...]

    @property
    def now(self) -> Bell:
        """Where it stands today."""
        return self.bells[-1]


@dataclass(frozen=True, kw_only=True)
class Dumbbells:
    """Everything that the template draws of one topic."""

    width: int
    height: int
    columns: tuple[tuple[int, str], ...]
    rows: tuple[Row, ...]


def dots_of(spread: Spread) -> Dots:
    """Stack a dot for each person; where many agree the stack grows sideways, never out of the picture."""
    tall = min(max((*spread.counts, 1)), STACK)
    height = tall * DOT + 64
    dots = tuple(
        _dot(level, number, min(count, STACK), floor=height - 44, wide=-(-count // STACK))
        for level, count in enumerate(spread.counts)
        for number in range(count)
    )
    labels = tuple(
        (COLUMN // 2 + level * COLUMN, str(label), count)
        for level, (label, count) in enumerate(zip(Level.labels, spread.counts, strict=True))
    )
    return Dots(width=COLUMN * 5, height=height, dots=dots, labels=labels)


def _dot(level: int, number: int, tall: int, *, floor: int, wide: int) -> tuple[int, int]:
    apart = min(DOT, (COLUMN - DOT) // wide)
    x = level * COLUMN + COLUMN // 2 + round((number // tall - (wide - 1) / 2) * apart)
    return x, floor - DOT // 2 - (number % tall) * DOT


def dumbbells_of(strands: Sequence[Strand]) -> Dumbbells:
    """Place the actors below one another, each with its moments, oldest first."""
    rows: list[Row] = []
    y = HEAD
    for strand in strands:
        bells = tuple(_bell(bell, y + 30 + ROW * number) for number, bell in enumerate(strand.bells))
        rows.append(Row(who=strand.who, y=y + 8, bells=bells))
        y += 30 + ROW * len(bells)
    columns = tuple((_x(rung), str(rung.label)) for rung in Rung)
    return Dumbbells(width=LEFT + 5 * STEP, height=y + 10, columns=columns, rows=tuple(rows))


def _bell(bell: Dumbbell, y: int) -> Bell:
    return Bell(bell=bell, y=y, actual_x=_x(bell.actual), wanted_x=_x(bell.wanted), said=_said(bell.gap))


def _x(rung: int) -> int:
    return LEFT + STEP // 2 + (rung - 1) * STEP


def _said(gap: int) -> str:
    if gap == 0:
        return _("zoals het is")
    words = (
        ngettext("{steps} trede meer overheid", "{steps} treden meer overheid", gap)
        if gap > 0
        else ngettext("{steps} trede minder overheid", "{steps} treden minder overheid", -gap)
    )
    return words.format(steps=abs(gap))
