"""Group names that stay with the same people from one analysis to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

import numpy as np
from scipy.optimize import linear_sum_assignment

from meervoud.landscape.result import Agreement, Landscape, Members


def keep_names(current: Landscape, previous: Landscape) -> Landscape:
    """Give the groups of a new analysis the ids that their people had before.

    Groups are matched so that as many people as possible keep the id of their group. A group that shares nobody
    with a former one gets an id that was not in use. Groups keep the order of their size.
    """
    before = dict(zip(previous.members.ids, previous.members.group.tolist(), strict=True))
    shared = np.zeros((len(current.groups), len(previous.groups)), np.int64)
    for name, group in zip(current.members.ids, current.members.group.tolist(), strict=True):
        former = before.get(name, -1)
        if group >= 0 and former >= 0:
            shared[group, former] += 1
    matched = {
        int(group): previous.members.group_ids[former]
        for group, former in zip(*linear_sum_assignment(-shared), strict=True)
        if shared[group, former]
    }
    fresh = _fresh(set(previous.members.group_ids))
    ids = tuple(matched[at] if at in matched else next(fresh) for at in range(len(current.groups)))
    return _renamed(current, dict(zip(current.members.group_ids, ids, strict=True)))


def _fresh(used: set[str]) -> Iterator[str]:
    """Count up through the ids that are not in use."""
    return (str(number) for number in count(1) if str(number) not in used)


def _renamed(result: Landscape, name: Mapping[str, str]) -> Landscape:
    """Replace every id of a group."""

    def said(by_group: Mapping[str, Agreement]) -> dict[str, Agreement]:
        return {name[group]: one for group, one in by_group.items()}

    members = result.members
    return replace(
        result,
        groups=tuple(replace(one, id=name[one.id]) for one in result.groups),
        members=Members(
            members.ids,
            members.group,
            tuple(name[one] for one in members.group_ids),
            members.x,
            members.y,
            members.reliability,
            members.certainty,
        ),
        bridges=tuple(replace(one, by_group=said(one.by_group)) for one in result.bridges),
        divides=tuple(
            replace(one, most=name[one.most], least=name[one.least], by_group=said(one.by_group))
            for one in result.divides
        ),
        minority_voices=tuple(
            replace(one, group=name[one.group], by_group=said(one.by_group)) for one in result.minority_voices
        ),
        undecided=tuple(
            replace(one, most=name[one.most], least=name[one.least], by_group=said(one.by_group))
            for one in result.undecided
        ),
    )
