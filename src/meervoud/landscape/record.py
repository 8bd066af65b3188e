"""A landscape as a dictionary of plain values, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from meervoud.landscape.result import (
    Agreement,
    Bridge,
    Counts,
    Divide,
    Group,
    Landscape,
    Members,
    Method,
    MinorityVoice,
    Null,
    Representative,
    Structure,
    Suspicion,
    Tally,
    Undecided,
    WithCopies,
)


def to_dict(result: Landscape) -> dict[str, Any]:
    """Give the record of a landscape: only text, numbers, lists and dictionaries."""
    return {one.name: _plain(getattr(result, one.name)) for one in fields(result)}


def from_dict(record: Mapping[str, Any]) -> Landscape:
    """Make the landscape of a record again."""
    groups = tuple(
        Group(one["id"], one["size"], tuple(Representative(**each) for each in one["representative"]))
        for one in record["groups"]
    )
    structure, copies = dict(record["structure"]), record.get("with_copies")
    return Landscape(
        counts=_renamed(Counts, record["counts"]),
        tallies=tuple(_renamed(Tally, one) for one in record["tallies"]),
        structure=Structure(**{**structure, "null": Null(**structure["null"])}),
        groups=groups,
        members=_members(record["members"], tuple(one.id for one in groups)),
        bridges=tuple(_of_groups(Bridge, one) for one in record["bridges"]),
        divides=tuple(_of_groups(Divide, one) for one in record["divides"]),
        minority_voices=tuple(_of_groups(MinorityVoice, one) for one in record["minority_voices"]),
        undecided=tuple(_of_groups(Undecided, one) for one in record["undecided"]),
        consensus_polis=dict(record["consensus_polis"]),
        suspicious=tuple(
            Suspicion(tuple(one["participants"]), tuple(one["statements"]), one["p"])
            for one in record["suspicious"]
        ),
        method=Method(**record["method"]),
        with_copies=None if copies is None else WithCopies(**copies),
    )


def _plain(value: Any) -> Any:
    """See dataclasses as dictionaries and tuples as lists; ``pass_`` is ``pass`` outside Python."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return {one.name.rstrip("_"): _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _renamed(kind: Any, record: Mapping[str, Any]) -> Any:
    return kind(**{("pass_" if key == "pass" else key): value for key, value in record.items()})


def _of_groups(kind: Any, record: Mapping[str, Any]) -> Any:
    by_group = {name: _renamed(Agreement, one) for name, one in record["by_group"].items()}
    return kind(**{**record, "by_group": by_group})


def _members(record: Mapping[str, Mapping[str, Any]], ids: tuple[str, ...]) -> Members:
    place = {name: index for index, name in enumerate(ids)}
    rows = list(record.values())
    unknown = float("nan")

    def column(name: str) -> Any:
        return np.array([unknown if one[name] is None else one[name] for one in rows], np.float64)

    return Members(
        ids=tuple(record),
        group=np.array([-1 if one["group"] is None else place[one["group"]] for one in rows], np.int32),
        group_ids=ids,
        x=column("x"),
        y=column("y"),
        reliability=column("reliability"),
        certainty=column("certainty"),
    )
