"""Votes as a plain table: one row for each vote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from meervoud.errors import MethodError
from meervoud.landscape.given import AGREE, DISAGREE, PASS
from meervoud.landscape.tables import Table
from meervoud.landscape.votes import Votes

T = TypeVar("T")

WORDS = {
    **dict.fromkeys(("1", "+1", "1.0", "agree", "eens"), AGREE),
    **dict.fromkeys(("0", "-0", "0.0", "pass", "weet ik niet"), PASS),
    **dict.fromkeys(("-1", "-1.0", "disagree", "oneens"), DISAGREE),
}
MARKS = {
    **dict.fromkeys(("", "0", "false", "nee", "no"), False),
    **dict.fromkeys(("1", "true", "ja", "yes"), True),
}
SECONDS_UNTIL = 100_000_000_000
"""A timestamp below this counts seconds, above it milliseconds."""


def read(table: Table) -> Votes:
    """Read ``participant,statement,vote[,time][,important]``; the Dutch names of the columns are fine too."""
    time, important = table.place("time", "timestamp", "tijd"), table.place("important", "belangrijk")
    return Votes.from_arrays(
        participants=ids(table, table.required("participant", "deelnemer")),
        statements=ids(table, table.required("statement", "stelling")),
        values=column(table, table.required("vote", "reactie"), vote),
        times=None if time is None else column(table, time, milliseconds),
        important=None if important is None else column(table, important, mark),
    )


def ids(table: Table, place: int) -> list[str]:
    """Read a column of ids; none may be empty."""
    return column(table, place, _id)


def refuse_twice(table: Table, names: list[str], *, place: int | None = None) -> None:
    """Refuse an id that occurs twice, among the rows of a column or, without a place, in the header."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen and place is None:
            raise MethodError("an id occurs twice", code="duplicate-id", file=table.name, row=1, value=name)
        if name in seen and place is not None:
            row = table.body[number][0]
            raise table.error("an id occurs twice", code="duplicate-id", row=row, place=place, value=name)
        seen.add(name)


def column(table: Table, place: int, read_one: Callable[[str], T]) -> list[T]:
    """Read a column with a function that raises ``ValueError(code, message)`` for what it cannot read."""
    read: list[T] = []
    for row, cells in table.body:
        try:
            read.append(read_one(cells[place]))
        except ValueError as error:
            code, message = error.args
            raise table.error(message, code=code, row=row, place=place, value=cells[place]) from None
    return read


def vote(cell: str) -> int:
    """Read one vote."""
    value = WORDS.get(cell.strip().lower())
    if value is None:
        raise ValueError("bad-vote", "a vote must be 1, 0 or -1 (agree, pass, disagree)")
    return value


def milliseconds(cell: str) -> int:
    """Read a moment: seconds or milliseconds since 1970, or ISO 8601 (UTC unless it says otherwise)."""
    text = cell.strip()
    try:
        number = int(text)
    except ValueError:
        return _iso(text)
    if not 0 <= number < 2**53:
        raise ValueError("bad-time", "a time must be seconds or milliseconds since 1970, or like 2026-11-24T09:30")
    return number * 1000 if number < SECONDS_UNTIL else number


def _iso(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            "bad-time", "a time must be seconds or milliseconds since 1970, or like 2026-11-24T09:30"
        ) from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(aware.timestamp() * 1000)


def mark(cell: str) -> bool:
    """Read whether a vote was marked as important."""
    value = MARKS.get(cell.strip().lower())
    if value is None:
        raise ValueError("bad-importance", "an importance mark must be 1 or 0")
    return value


def _id(cell: str) -> str:
    text = cell.strip()
    if not text:
        raise ValueError("bad-id", "an id is empty")
    return text
