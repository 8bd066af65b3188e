"""What a landscape withholds before everyone reads it: what fewer than five reactions or people say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from meervoud.landscape.result import Agreement, Landscape

FEWEST = 5
"""Cells and groups with fewer people are not shown, so that nobody can be picked out."""

Cells = Mapping[str, Agreement]


def without_small_cells(result: Landscape) -> Landscape:
    """Leave out what a group of fewer than five reactions says, and accounts that fewer than five people share.

    One hidden cell would be the total less the other cells; then the smallest of these is hidden too. Polis's
    group-informed consensus is a product over all groups, so it goes where a cell is hidden.
    """
    cells = {one.statement: _cells(one.by_group) for one in result.bridges}
    hidden = {one.statement for one in result.bridges if len(cells[one.statement]) < len(one.by_group)}

    def shown(statement: str, by_group: Cells) -> Cells:
        return cells[statement] if statement in cells else _cells(by_group)

    return replace(
        result,
        groups=tuple(
            replace(
                group,
                representative=tuple(
                    one for one in group.representative if group.id in cells.get(one.statement, {group.id})
                ),
            )
            for group in result.groups
        ),
        bridges=tuple(replace(one, by_group=cells[one.statement]) for one in result.bridges),
        divides=tuple(
            replace(one, by_group=kept)
            for one in result.divides
            if {one.most, one.least} <= (kept := shown(one.statement, one.by_group)).keys()
        ),
        minority_voices=tuple(
            replace(one, by_group=kept)
            for one in result.minority_voices
            if one.group in (kept := shown(one.statement, one.by_group))
        ),
        undecided=tuple(
            replace(one, by_group=kept)
            for one in result.undecided
            if {one.most, one.least} <= (kept := shown(one.statement, one.by_group)).keys()
        ),
        consensus_polis={key: value for key, value in result.consensus_polis.items() if key not in hidden},
        suspicious=tuple(one for one in result.suspicious if len(one.participants) >= FEWEST),
    )


def _cells(by_group: Cells) -> Cells:
    size = {group: cell.agree + cell.disagree + cell.pass_ for group, cell in by_group.items()}
    shown = [group for group in by_group if size[group] >= FEWEST]
    if shown and sum(0 < count < FEWEST for count in size.values()) == 1:
        shown.remove(min(shown, key=lambda group: (size[group], group)))
    return {group: by_group[group] for group in shown}
