"""What of a landscape everyone may see: nothing about fewer than five people.

Leaving a small group out of sight is not enough: its numbers are those of everyone less those of the other groups,
and whoever takes the reactions along can compute the groups again. So its people take no part in the public result
at all, as those who reacted to few statements: not in a total, not in the picture and not in a file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from meervoud import landscape
from meervoud.errors import MethodError

FEWEST = 5
"""Groups and cells with fewer people are not shown, so that nobody can be picked out."""
MOST_ROUNDS = 5

Cells = Mapping[str, landscape.Agreement]


def analyse_for_everyone(votes: landscape.Votes, **options: Any) -> landscape.Landscape:
    """Compute the landscape; again without those who stand in a small group, until there is none.

    Raises
    ------
    MethodError
        When small groups keep appearing: such a round is not for everyone.
    """
    for _ in range(MOST_ROUNDS):
        result = landscape.analyse(votes, **options)
        small = _in_small_groups(result)
        if not small:
            return result
        votes = _of(votes, set(votes.participants) - small)
    raise MethodError("Leaving out small groups leaves small groups.", code="only-small-groups")


def votes_behind(votes: landscape.Votes, result: landscape.Landscape) -> landscape.Votes:
    """Give the votes of those who take part in a public result."""
    return _of(votes, set(result.members.ids))


def without_small_cells(result: landscape.Landscape) -> landscape.Landscape:
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


def _in_small_groups(result: landscape.Landscape) -> set[str]:
    small = {group.id for group in result.groups if group.size < FEWEST}
    members = result.members
    places = [place for place, group in enumerate(members.group_ids) if group in small]
    return {members.ids[row] for row in np.flatnonzero(np.isin(members.group, places))}


def _of(votes: landscape.Votes, people: Collection[str]) -> landscape.Votes:
    return votes.of_people(np.array([row for row, one in enumerate(votes.participants) if one in people], np.intp))


def _cells(by_group: Cells) -> Cells:
    size = {group: cell.agree + cell.disagree + cell.pass_ for group, cell in by_group.items()}
    shown = [group for group in by_group if size[group] >= FEWEST]
    if shown and sum(0 < count < FEWEST for count in size.values()) == 1:
        shown.remove(min(shown, key=lambda group: (size[group], group)))
    return {group: by_group[group] for group in shown}
