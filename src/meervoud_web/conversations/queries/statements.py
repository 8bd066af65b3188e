"""Every statement with all its numbers, for the table and for the spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meervoud import landscape
from meervoud_web.conversations.queries.wording import of_hundred


@dataclass(frozen=True)
class Cell:
    """What one group says: how many of a hundred agree, with the interval, out of how many reactions."""

    group: str
    agree: int
    low: int
    high: int
    reactions: int


@dataclass(frozen=True)
class StatementRow:
    """One statement: the counts of everyone, and a cell for each group (nothing where too few reacted)."""

    id: str
    text: str
    agree: int
    disagree: int
    passed: int
    is_moderated: bool
    bridge: int | None
    cells: Sequence[Cell | None]

    @property
    def reactions(self) -> int:
        return self.agree + self.disagree + self.passed


def statement_rows(
    result: landscape.Landscape, *, names: Mapping[str, str], texts: Mapping[str, str]
) -> list[StatementRow]:
    """Give every statement, those that carry furthest first, those that do not count last."""
    tallies = {tally.statement: tally for tally in result.tallies}
    bridges = {one.statement: one for one in result.bridges}
    order = [*bridges, *(statement for statement in tallies if statement not in bridges)]
    return [
        _row(tallies[statement], bridges.get(statement), names=names, text=texts.get(statement, statement))
        for statement in order
    ]


def _row(
    tally: landscape.Tally, bridge: landscape.Bridge | None, *, names: Mapping[str, str], text: str
) -> StatementRow:
    by_group = bridge.by_group if bridge is not None else {}
    return StatementRow(
        id=tally.statement,
        text=text,
        agree=tally.agree,
        disagree=tally.disagree,
        passed=tally.pass_,
        is_moderated=tally.moderated,
        bridge=None if bridge is None else of_hundred(bridge.score),
        cells=[_cell(name, by_group.get(group)) for group, name in names.items()],
    )


def _cell(name: str, said: landscape.Agreement | None) -> Cell | None:
    if said is None:
        return None
    return Cell(
        group=name,
        agree=of_hundred(said.share),
        low=of_hundred(said.low),
        high=of_hundred(said.high),
        reactions=said.agree + said.disagree + said.pass_,
    )
