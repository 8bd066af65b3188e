"""People as marks: one for each, or one for an equal number of neighbours when there are very many."""

from __future__ import annotations

import numpy as np

from .terrain import Crowd, Floats, Numbers

MOST_MARKS = 1500
SURE = 0.5
"""From this reliability and certainty up a mark is filled; below it is open."""


def people_per_mark(crowd: Crowd) -> int:
    """Return how many people one mark stands for."""
    return max(1, -(-len(crowd.x) // MOST_MARKS))


def chosen(crowd: Crowd) -> Numbers:
    """Return the rows of the people who are drawn.

    People are walked along a curve that keeps neighbours together, group by group; every n-th is drawn, so that
    marks lie as the people lie, whatever the order in which they came.
    """
    each = people_per_mark(crowd)
    if each == 1:
        return np.lexsort((_curve(crowd.x, crowd.y), crowd.group)).astype(np.int64)
    open_mark = crowd.sure < SURE
    walk = np.lexsort((_curve(crowd.x, crowd.y), open_mark, crowd.group)).astype(np.int64)
    keys = crowd.group[walk] * 2 + open_mark[walk]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    place = np.arange(len(walk)) - np.repeat(starts, np.diff(np.r_[starts, len(walk)]))
    return np.asarray(walk[place % each == each // 2], dtype=np.int64)


def _curve(x: Floats, y: Floats) -> Numbers:
    """Return the place of each point on Morton's curve over a grid of whole units."""
    place = np.zeros(len(x), dtype=np.int64)
    columns, rows = np.maximum(x, 0).astype(np.int64), np.maximum(y, 0).astype(np.int64)
    for bit in range(11):
        place |= ((columns >> bit) & 1) << (2 * bit) | ((rows >> bit) & 1) << (2 * bit + 1)
    return place


def radius(crowd: Crowd) -> float:
    """Return the size of a mark: smaller when there are many."""
    shown = min(len(crowd.x), MOST_MARKS)
    return float(
        np.clip(0.005 * crowd.width * (400 / max(shown, 1)) ** 0.25, 0.0036 * crowd.width, 0.009 * crowd.width)
    )
