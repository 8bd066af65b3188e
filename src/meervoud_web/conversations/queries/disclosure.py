"""What of a landscape everyone may see: nothing about fewer than five people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from meervoud import landscape

FEWEST = 5
"""Groups and cells with fewer people are not shown, so that nobody can be picked out."""


def without_small_groups(result: landscape.Landscape) -> landscape.Landscape:
    """Leave out groups, cells and accounts that stand for fewer than five people.

    People in a small group stay in the picture, as people who are in no group. Polis's group-informed consensus
    is a product over all groups, from which a hidden one could be worked out; then it is left out too.
    """
    kept = tuple(group for group in result.groups if group.size >= FEWEST)
    ids = {group.id for group in kept}
    hidden = len(kept) < len(result.groups)
    return replace(
        result,
        groups=kept,
        members=_members(result.members, ids) if hidden else result.members,
        bridges=tuple(replace(one, by_group=_cells(one.by_group, ids)) for one in result.bridges),
        divides=tuple(
            replace(one, by_group=cells)
            for one in result.divides
            if {one.most, one.least} <= (cells := _cells(one.by_group, ids)).keys()
        ),
        minority_voices=tuple(
            replace(one, by_group=cells)
            for one in result.minority_voices
            if one.group in (cells := _cells(one.by_group, ids))
        ),
        undecided=tuple(
            replace(one, by_group=cells)
            for one in result.undecided
            if {one.most, one.least} <= (cells := _cells(one.by_group, ids)).keys()
        ),
        consensus_polis={} if hidden else result.consensus_polis,
        suspicious=tuple(one for one in result.suspicious if len(one.participants) >= FEWEST),
    )


def _cells(by_group: Mapping[str, landscape.Agreement], ids: set[str]) -> dict[str, landscape.Agreement]:
    return {
        group: cell
        for group, cell in by_group.items()
        if group in ids and cell.agree + cell.disagree + cell.pass_ >= FEWEST
    }


def _members(members: landscape.Members, ids: set[str]) -> landscape.Members:
    """Put the people of small groups in no group; the places of the others keep their group."""
    kept = [group for group in members.group_ids if group in ids]
    # One place more than there are groups: index -1, no group, stays -1.
    place = np.array([kept.index(group) if group in ids else -1 for group in members.group_ids] + [-1], np.int32)
    return replace(members, group=place[members.group], group_ids=tuple(kept))
