"""Lines of equal height over a grid, as on a topographic map."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Ring = list[Point]
_Edge = tuple[str, int, int]

# Which edges of a cell a line crosses, keyed by the corners that lie above the level (top-left 8, top-right 4,
# bottom-right 2, bottom-left 1). The high ground is always on the left hand, so segments of neighbours join up.
_CROSSINGS = {
    1: ("BL",),
    2: ("RB",),
    3: ("RL",),
    4: ("TR",),
    6: ("TB",),
    7: ("TL",),
    8: ("LT",),
    9: ("BT",),
    11: ("RT",),
    12: ("LR",),
    13: ("BR",),
    14: ("LB",),
}
_SADDLES = {5: (("TR", "BL"), ("TL", "BR")), 10: (("LT", "RB"), ("RT", "LB"))}


def isolines(field: NDArray[np.float64], level: float) -> list[Ring]:
    """Return the closed lines along which ``field`` equals ``level``, in grid coordinates (column, row).

    The field is taken to be lower than the level outside the grid, so that every line closes.
    """
    ground = np.pad(field, 1, constant_values=min(float(field.min(initial=0.0)), level - 1.0))
    following = dict(_segments(ground, level))
    rings = []
    while following:
        start = edge = next(iter(following))
        ring = []
        while edge in following:
            ring.append(_crossing(ground, level, edge))
            edge = following.pop(edge)
        if edge == start and len(ring) > 2:
            rings.append(ring)
    return rings


def area(ring: Ring) -> float:
    """Return the area that a closed line encloses; negative around a hollow."""
    x, y = np.array(ring).T
    return float(0.5 * np.sum(np.roll(x, -1) * y - x * np.roll(y, -1)))


def _segments(ground: NDArray[np.float64], level: float) -> Iterator[tuple[_Edge, _Edge]]:
    above = (ground > level).astype(np.int64)
    cases = 8 * above[:-1, :-1] + 4 * above[:-1, 1:] + 2 * above[1:, 1:] + above[1:, :-1]
    for row, column in np.argwhere((cases > 0) & (cases < 15)).tolist():
        case = int(cases[row, column])
        if case in _SADDLES:
            middle = float(ground[row : row + 2, column : column + 2].mean())
            crossings: tuple[str, ...] = _SADDLES[case][int(middle > level)]
        else:
            crossings = _CROSSINGS[case]
        for crossing in crossings:
            yield _edge(crossing[0], row, column), _edge(crossing[1], row, column)


def _edge(side: str, row: int, column: int) -> _Edge:
    if side == "T":
        return ("horizontal", row, column)
    if side == "B":
        return ("horizontal", row + 1, column)
    return ("vertical", row, column if side == "L" else column + 1)


def _crossing(ground: NDArray[np.float64], level: float, edge: _Edge) -> Point:
    direction, row, column = edge
    across = direction == "horizontal"
    here = float(ground[row, column])
    there = float(ground[row, column + 1] if across else ground[row + 1, column])
    step = (level - here) / (there - here)
    # The grid was padded by one on every side.
    return (column - 1 + step, row - 1.0) if across else (column - 1.0, row - 1 + step)
