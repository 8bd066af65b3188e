"""The readable dossier: chapter by chapter, what fits on paper of what is registered."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import (
    Column,
    ColumnType,
    Exhibit,
    Row,
    Table,
    exhibits_for,
    tables_by_chapter,
)
from meervoud_web.dossiers.queries.audience import Reader
from meervoud_web.dossiers.queries.cells import read
from meervoud_web.dossiers.queries.widths import Heading, headings_of

MOST_ROWS = 40
"""More rows than these nobody reads on paper; they are all in the open data."""
MOST_COLUMNS = 6
"""More columns than these do not fit beside one another; then each row is a piece of its own."""


@dataclass(frozen=True)
class Piece:
    """A row with much text, as a piece of its own: what heads it, and each question with its answer."""

    heading: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """A table as it stands on paper: rows, or pieces where there is much text in a row."""

    title: str | Promise
    description: str | Promise
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    pieces: tuple[Piece, ...]
    total: int

    @property
    def shown(self) -> int:
        """How many of all rows stand here."""
        return len(self.rows) or len(self.pieces)


@dataclass(frozen=True)
class Shown:
    """A result: the picture as data, what it says, and the same as a table."""

    title: str
    says: str
    picture: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True)
class Chapter:
    """A chapter with all that somebody may read of it; without parts there is nothing for them."""

    name: str
    title: str | Promise
    parts: tuple[Part, ...]
    results: tuple[Shown, ...]


def chapters_of(challenge: Challenge, reader: Reader) -> list[Chapter]:
    """Every chapter of which an app tells something, in the order of reading."""
    exhibits = exhibits_for(challenge, reader.person)
    return [
        Chapter(
            name=chapter.value,
            title=chapter.label,
            parts=tuple(
                part
                for table in some
                if table.is_on_paper and (part := _part(table, challenge, reader)) is not None
            ),
            results=tuple(_result(one) for one in exhibits if one.chapter == chapter),
        )
        for chapter, some in tables_by_chapter().items()
    ]


def _part(table: Table, challenge: Challenge, reader: Reader) -> Part | None:
    keeps = table.is_row_on_paper or (lambda row: True)
    rows = [row for row in table.rows(reader.person, challenge) if keeps(row)]
    if not rows:
        return None
    # What came last is what somebody looks for; tables run from old to new.
    latest = rows[-MOST_ROWS:]
    shown = [(place, column) for place, column in enumerate(table.columns) if column.is_on_paper]
    headed_by = _headed_by(table, [column for _place, column in shown])
    cells = () if headed_by else tuple(_cells(row, shown) for row in latest)
    return Part(
        title=table.title,
        description=table.description,
        headings=headings_of([str(column.heading) for _place, column in shown], cells),
        rows=cells,
        pieces=tuple(_piece(table, row, shown, headed_by=headed_by) for row in latest) if headed_by else (),
        total=len(rows),
    )


def _cells(row: Row, shown: Sequence[tuple[int, Column]]) -> tuple[str, ...]:
    return tuple(read(row[place]) for place, _column in shown)


def _headed_by(table: Table, shown: Sequence[Column]) -> str:
    """The column that heads each row; none where rows stand under one another in columns."""
    if table.headed_by or len(shown) <= MOST_COLUMNS:
        return table.headed_by
    return next((column.name for column in shown if column.type == ColumnType.TEXT), shown[0].name)


def _piece(table: Table, row: Row, shown: Sequence[tuple[int, Column]], *, headed_by: str) -> Piece:
    return Piece(
        heading=read(row[[column.name for column in table.columns].index(headed_by)]),
        answers=tuple(
            (str(column.heading), words)
            for place, column in shown
            if column.name != headed_by and (words := read(row[place]))
        ),
    )


def _result(exhibit: Exhibit) -> Shown:
    drawings = {one.language: one.svg for one in exhibit.drawings()}
    svg = drawings.get(get_language() or "", next(iter(drawings.values()), ""))
    rows = tuple(tuple(read(value) for value in row) for row in exhibit.rows[:MOST_ROWS])
    return Shown(
        title=exhibit.title,
        says=exhibit.says,
        picture=f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}" if svg else "",
        headings=headings_of(exhibit.headings, rows),
        rows=rows,
        total=len(exhibit.rows),
    )
