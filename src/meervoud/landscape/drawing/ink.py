"""Strokes and letters: compact SVG paths, and text from people made safe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

import numpy as np

from .isolines import Ring

# What XML 1.0 cannot hold, and marks with which a text could turn around the words beside it.
_UNSAFE = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def safe(text: str) -> str:
    """Return ``text`` fit to stand in an element or an attribute of an SVG."""
    return escape(_UNSAFE.sub("", text), quote=True)


def number(value: float) -> str:
    """Return ``value`` to one decimal, as short as can be."""
    return _tenths(round(value * 10))


def smooth_path(rings: Iterable[Ring], *, step: float = 14.0) -> str:
    """Return closed lines as one path: a curve through the middle of each side of the ring.

    Corners are thinned to about one per ``step`` and put on even tenths, so that the middles are exact and each
    curve follows from the one before it (``t``): a line costs a few bytes per corner and cannot drift.
    """
    return "".join(_smooth(_thinned(ring, step)) for ring in rings)


def trail(points: Iterable[tuple[float, float]]) -> str:
    """Return points as one path of short steps; markers make them visible."""
    parts: list[str] = []
    here = (0, 0)
    for x, y in points:
        there = (round(x * 10), round(y * 10))
        parts += [_signed(there[0] - here[0]), _signed(there[1] - here[1])]
        here = there
    return "m" + "".join(parts).lstrip()


def _thinned(ring: Ring, step: float) -> Ring:
    corners = np.array([*ring, ring[0]])
    along = np.r_[0.0, np.cumsum(np.hypot(*np.diff(corners, axis=0).T))]
    count = max(8, round(float(along[-1]) / step))
    places = np.linspace(0, along[-1], count, endpoint=False)
    x, y = (np.interp(places, along, corners[:, axis]).tolist() for axis in (0, 1))
    return list(zip(x, y, strict=True))


def _smooth(ring: Ring) -> str:
    corners = [(2 * round(x * 5), 2 * round(y * 5)) for x, y in ring]
    middles = [
        ((x + corners[turn - 1][0]) // 2, (y + corners[turn - 1][1]) // 2) for turn, (x, y) in enumerate(corners)
    ]
    here, first, there = middles[0], corners[0], middles[1]
    parts = [f"M{_tenths(here[0])}{_signed(here[1])}q", _tenths(first[0] - here[0]), _signed(first[1] - here[1])]
    parts += [_signed(there[0] - here[0]), _signed(there[1] - here[1]), "t"]
    here = there
    for middle in [*middles[2:], middles[0]]:
        parts += [_signed(middle[0] - here[0]), _signed(middle[1] - here[1])]
        here = middle
    return "".join(parts).replace("t ", "t") + "z"


def _tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    digits = f"{whole}.{rest}" if rest and whole else f".{rest}" if rest else str(whole)
    return f"-{digits}" if value < 0 else digits


def _signed(value: int) -> str:
    return _tenths(value) if value < 0 else f" {_tenths(value)}"
