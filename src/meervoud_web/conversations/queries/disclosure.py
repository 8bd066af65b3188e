"""What of a landscape everyone may see: nothing about fewer than five people.

Leaving a small group out of sight is not enough: its numbers are those of everyone less those of the other groups,
and whoever takes the reactions along can compute the groups again. So its people take no part in the public result
at all, as those who reacted to few statements: not in a total, not in the picture and not in a file.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from meervoud import landscape
from meervoud.errors import MethodError

FEWEST = landscape.FEWEST
"""Groups with fewer people are not shown, so that nobody can be picked out."""
MOST_ROUNDS = 5


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


def _in_small_groups(result: landscape.Landscape) -> set[str]:
    small = {group.id for group in result.groups if group.size < FEWEST}
    members = result.members
    places = [place for place, group in enumerate(members.group_ids) if group in small]
    return {members.ids[row] for row in np.flatnonzero(np.isin(members.group, places))}


def _of(votes: landscape.Votes, people: Collection[str]) -> landscape.Votes:
    return votes.of_people(np.array([row for row, one in enumerate(votes.participants) if one in people], np.intp))
