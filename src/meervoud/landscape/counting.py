"""Counts answers: how many people disagree, pass and agree, on each statement and in each group."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

BLOCK = 1 << 17
"""Votes are counted by this many at a time, so that what is needed meanwhile stays small and near."""


def answers(columns: NDArray[np.int32], values: NDArray[np.int8], *, statements: int) -> NDArray[np.int64]:
    """Count disagree, pass and agree on each statement, shape (statements, 3)."""
    found = np.zeros(statements * 3, np.int64)
    for start in range(0, columns.size, BLOCK):
        part = slice(start, start + BLOCK)
        found += np.bincount(_cell(columns[part], values[part]), minlength=found.size)
    return found.reshape(statements, 3)


def answers_by_group(
    indptr: NDArray[np.int32],
    columns: NDArray[np.int32],
    values: NDArray[np.int8],
    labels: NDArray[np.int32],
    *,
    statements: int,
    groups: int,
) -> NDArray[np.int64]:
    """Count the same in each group, shape (groups, statements, 3); people with a label of -1 are left out."""
    size = statements * 3
    found = np.zeros((groups + 1) * size, np.int64)
    start = np.where(labels < 0, groups, labels).astype(np.intp) * size
    for people, part in _blocks(indptr):
        group = np.repeat(start[people], np.diff(indptr[people.start : people.stop + 1]))
        found += np.bincount(group + _cell(columns[part], values[part]), minlength=found.size)
    return found[: groups * size].reshape(groups, statements, 3)


def _blocks(indptr: NDArray[np.int32]) -> Iterator[tuple[slice, slice]]:
    """Blocks of whole people: their rows, and their votes."""
    borders = np.unique(np.searchsorted(indptr, np.arange(0, int(indptr[-1]) + BLOCK, BLOCK)))
    borders[-1] = indptr.size - 1
    for first, last in zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        yield slice(first, last), slice(int(indptr[first]), int(indptr[last]))


def _cell(columns: NDArray[np.int32], values: NDArray[np.int8]) -> NDArray[np.int32]:
    return columns * np.int32(3) + values + np.int32(1)
