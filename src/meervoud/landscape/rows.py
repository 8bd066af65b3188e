"""Sorts votes by participant and statement, and keeps the last of each pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse


@dataclass(frozen=True)
class Rows:
    """Votes sorted by participant and statement, each pair once."""

    indptr: NDArray[np.int32]
    columns: NDArray[np.int32]
    values: NDArray[np.int8]
    rest: tuple[Any, ...]

    @classmethod
    def of(
        cls,
        rows: NDArray[np.int32],
        columns: NDArray[np.int32],
        values: NDArray[np.int8],
        *,
        shape: tuple[int, int],
        rest: tuple[NDArray[Any] | None, ...],
    ) -> Rows:
        """Sort by counting, twice; both passes keep the order of equals, so the last of a pair stays last."""
        extra = any(column is not None for column in rest)
        carried = np.arange(rows.size, dtype=np.int32) if extra else values
        loose = sparse.coo_array((carried, (rows, columns)), shape=shape)
        loose.has_canonical_format = True  # as it is not: keeps scipy from adding up the votes of a pair
        matrix = loose.tocsc().tocsr()
        last = _last_of_each_pair(matrix.indptr, matrix.indices)
        data, indices, indptr = matrix.data, matrix.indices, matrix.indptr
        if last is not None:
            data, indices = data[last], indices[last]
            indptr = np.concatenate([[0], np.cumsum(last)])[indptr]
        return cls(
            indptr=indptr.astype(np.int32, copy=False),
            columns=indices.astype(np.int32, copy=False),
            values=values[data] if extra else data,
            rest=tuple(None if column is None else column[data] for column in rest),
        )


def _last_of_each_pair(indptr: NDArray[Any], columns: NDArray[Any]) -> NDArray[np.bool_] | None:
    """Mark the last vote of each pair, or say that no pair has two."""
    same = columns[1:] == columns[:-1]
    borders = indptr[1:-1]
    borders = borders[(borders > 0) & (borders < columns.size)]
    same[borders - 1] = False
    if not same.any():
        return None
    last = np.ones(columns.size, bool)
    last[:-1] = ~same
    return last
