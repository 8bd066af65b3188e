"""A small dossier with one analysis, to check and to spoil."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from meervoud import dossier, landscape, records
from tests.engines.landscape.simulated import groups

RECORD, GIVEN, TABLE = "analyses/round-1/record.json", "analyses/round-1/votes", "tables/questions.csv"
VOTES = f"{GIVEN}/votes.csv"


RARE, FEW = 11, 6
"""A statement to which hardly anybody reacted, so that there is something to withhold."""


def files() -> dict[str, bytes]:
    """A table, and a landscape with the votes that it was computed from, without its small cells."""
    votes = groups((0.7, 0.3), np.random.default_rng(1), people=60, statements=12).votes
    rows = list(zip(votes.rows.tolist(), votes.columns.tolist(), votes.values.tolist(), strict=True))
    heard = [row for row in rows if row[1] != RARE] + [row for row in rows if row[1] == RARE][:FEW]
    people, statements, values = zip(*heard, strict=True)
    result = landscape.analyse(
        landscape.Votes.from_arrays(people, statements, values), groups=2, resamples=2, seed=3
    )
    shown = landscape.without_small_cells(renamed(result))
    assert records.to_json(shown) != records.to_json(renamed(result)), "nothing was withheld"
    lines = "".join(f"{statement},{person},{value}\n" for person, statement, value in heard)
    return {
        TABLE: b"version,question\r\n1,Hoe dan?\r\n",
        RECORD: records.to_json(shown).encode(),
        VOTES: f"comment-id,voter-id,vote\n{lines}".encode(),
    }


def renamed(result: landscape.Landscape) -> landscape.Landscape:
    """Let the groups go by the ids that they had in an earlier result."""
    earlier = tuple(f"earlier-{one}" for one in result.members.group_ids)
    return landscape.keep_names(result, replace(result, members=replace(result.members, group_ids=earlier)))


def enclosed(*, is_whole: bool = True) -> dossier.Enclosed:
    return dossier.Enclosed(name="round-1", record=RECORD, given=GIVEN, withheld="small-cells", is_whole=is_whole)


def written(path: Path, contents: Mapping[str, bytes], **how: bool) -> Path:
    """Write a dossier with a manifest that fits."""
    with path.open("wb") as file:
        dossier.write(
            file, title="Samen langer thuis", audience="everyone", files=contents, analyses=[enclosed(**how)]
        )
    return path


def spoiled(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Change files in a dossier behind the back of its manifest."""
    with zipfile.ZipFile(path) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    change(inside)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in inside.items():
            archive.writestr(name, content)
    path.write_bytes(packed.getvalue())
    return path
