"""From places of people to places on the paper, and to the height of the land there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from meervoud.landscape.result import Landscape

from .isolines import Ring, area, isolines

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

SMALLEST_GROUP = 5
"""Fewer people than this are never shown as a group."""

_CELL = 8.0
_RINGS = 6


@dataclass(frozen=True)
class Crowd:
    """People on the map: their places on the paper, their group (or -1) and how sure their place is."""

    x: Floats
    y: Floats
    group: Numbers
    sure: Floats
    width: float
    height: float

    def of(self, group: int) -> NDArray[np.bool_]:
        """Tell who belongs to this group."""
        return np.equal(self.group, group)


def crowd(result: Landscape, *, width: float, lowest: float, tallest: float, margin: float) -> Crowd:
    """Lay out everyone at the same scale both ways; the map is as high as its people need.

    A handful of people far outside the rest are drawn at the edge, so that the others keep their room.
    """
    members = result.members
    known = np.lexsort((members.y, members.x))  # sums come out the same whatever the order of people
    known = known[np.isfinite(members.x[known]) & np.isfinite(members.y[known])]
    x, y = members.x[known], -members.y[known]
    group = _drawn(members.group[known].astype(np.int64))
    reliability, certainty = members.reliability[known], members.certainty[known]
    sure = np.minimum(np.nan_to_num(reliability), np.nan_to_num(certainty, nan=1.0))
    if not len(x):
        return Crowd(x, y, group, sure, width, 2 * margin)
    frame = (
        group >= 0 if len(x) > 200 and 2 * np.count_nonzero(group >= 0) >= len(x) else np.ones(len(x), dtype=bool)
    )
    (left, right), (top, bottom) = _span(x[frame]), _span(y[frame])
    wide, high = max(right - left, 1e-9), max(bottom - top, 1e-9)
    scale = min((width - 2 * margin) / wide, (tallest - 2 * margin) / high)
    if wide < 1e-8 and high < 1e-8:
        scale = 1.0
    height = float(np.clip(high * scale + 2 * margin, lowest, tallest))
    inset = margin * 0.3
    return Crowd(
        x=np.clip(width / 2 + scale * (x - (left + right) / 2), inset, width - inset),
        y=np.clip(height / 2 + scale * (y - (top + bottom) / 2), inset, height - inset),
        group=group,
        sure=sure,
        width=width,
        height=height,
    )


def _drawn(group: Numbers) -> Numbers:
    sizes = np.bincount(group[group >= 0], minlength=1)
    return np.where((group >= 0) & (sizes[np.maximum(group, 0)] >= SMALLEST_GROUP), group, -1)


def _span(values: Floats) -> tuple[float, float]:
    low, high = np.quantile(values, [0.005, 0.995])
    return float(low), float(high)


@dataclass(frozen=True)
class Land:
    """Density over a grid that covers the map: people per square unit of paper."""

    density: Floats

    def rings(self, level: float, *, smallest: float = 60.0) -> list[Ring]:
        """Return the lines at this density, in units of the paper, without specks."""
        rings = isolines(self.density, level)
        paper = [[((x + 0.5) * _CELL, (y + 0.5) * _CELL) for x, y in ring] for ring in rings]
        return [ring for ring in paper if abs(area(ring)) >= smallest]

    def at(self, x: Floats, y: Floats) -> Floats:
        """Return the density at points of the paper."""
        rows = np.clip((y / _CELL).astype(np.int64), 0, self.density.shape[0] - 1)
        columns = np.clip((x / _CELL).astype(np.int64), 0, self.density.shape[1] - 1)
        return np.asarray(self.density[rows, columns], dtype=np.float64)

    def top(self) -> tuple[float, float]:
        """Return the place of the highest point."""
        row, column = np.unravel_index(int(self.density.argmax()), self.density.shape)
        return (float(column) + 0.5) * _CELL, (float(row) + 0.5) * _CELL

    def heights(self) -> list[float]:
        """Return the levels of the lines: each one twice as high as the one outside it."""
        peak = float(self.density.max(initial=0.0))
        return [peak * 0.8 / 2**step for step in reversed(range(_RINGS))] if peak > 0 else []


def land(x: Floats, y: Floats, *, width: float, height: float, calm: float = 1.0) -> Land:
    """Smooth people into a landscape; ``calm`` widens the brush."""
    rows, columns = int(np.ceil(height / _CELL)), int(np.ceil(width / _CELL))
    counts, _, _ = np.histogram2d(y, x, bins=(rows, columns), range=((0, rows * _CELL), (0, columns * _CELL)))
    smoothed = gaussian_filter(counts, sigma=calm * _brush(x, y, width) / _CELL, mode="constant", truncate=4.0)
    return Land(density=smoothed / _CELL**2)


def _brush(x: Floats, y: Floats, width: float) -> float:
    """Scott's rule for two dimensions, within what the eye can bear."""
    if len(x) < 2:
        return 0.036 * width
    spread = float(np.sqrt((np.var(x) + np.var(y)) / 2))
    return float(np.clip(spread * len(x) ** (-1 / 6), 0.016 * width, 0.036 * width))


def level_holding(ground: Land, x: Floats, y: Floats, share: float) -> float:
    """Return the level of the line within which this share of the people stands."""
    return float(np.quantile(ground.at(x, y), 1 - share)) * 0.999
