"""What is planted in the example: statements, and how many of a hundred in each group agree or disagree.

The tables in ``rounds/`` open in any spreadsheet. ``90/3`` reads: 90 of 100 agree, 3 disagree, the others pass.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files

SHARED, DIVIDING, MINORITY, OTHER, LATE = "gedeeld", "verschil", "minderheid", "overig", "laat"
ABOUT_PEOPLE, REFUSED = "over mensen", "geweerd"
MODERATED = frozenset({ABOUT_PEOPLE, REFUSED})


@dataclass(frozen=True)
class Planted:
    """A statement and its truth: for each group the shares that agree and that disagree."""

    number: str
    kind: str
    text: str
    shares: tuple[tuple[float, float], ...]

    @property
    def is_moderated(self) -> bool:
        """Whether it counts and stays out of all else."""
        return self.kind in MODERATED


@dataclass(frozen=True)
class Round:
    """A stellingenronde of the example."""

    title: str
    question: str
    groups: tuple[str, ...]
    statements: tuple[Planted, ...]

    def of_kind(self, kind: str) -> frozenset[str]:
        """Return the numbers of the statements that were planted as this."""
        return frozenset(planted.number for planted in self.statements if planted.kind == kind)


def living_at_home() -> Round:
    """Four groups, of which two are small."""
    return _read(
        "samen-langer-thuis.csv",
        title="Wat helpt om thuis te blijven wonen",
        question="Wat is er nodig om goed thuis te kunnen blijven wonen, ook als het moeilijker wordt?",
    )


def opening_hours() -> Round:
    """No groups at all: everyone answers each statement by itself."""
    return _read(
        "huis-van-de-wijk.csv",
        title="Openingstijden Huis van de Wijk",
        question="Wanneer moet het Huis van de Wijk open zijn?",
    )


def _read(name: str, *, title: str, question: str) -> Round:
    table = files("meervoud_web.meerdam").joinpath("rounds", name).read_text(encoding="utf-8")
    header, *rows = csv.reader(table.splitlines(), delimiter=";")
    return Round(
        title=title,
        question=question,
        groups=tuple(header[3:]),
        statements=tuple(
            Planted(number, kind, text, tuple(_shares(cell) for cell in cells))
            for number, kind, text, *cells in rows
        ),
    )


def _shares(cell: str) -> tuple[float, float]:
    agree, disagree = (int(part) / 100 for part in cell.split("/"))
    if agree + disagree > 1:
        raise ValueError(f"More than a hundred of a hundred: {cell}")
    return agree, disagree
