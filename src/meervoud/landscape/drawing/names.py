"""The names of the groups, written on the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

import numpy as np

from .entries import Entry
from .ink import number, safe
from .labels import Box, Wish, balanced, placed, width_of
from .sheet import INK, PAPER, Sheet, mark
from .terrain import Crowd, Land


@dataclass(frozen=True)
class _Name:
    entry: Entry
    lines: list[str]
    wish: Wish


def names(sheet: Sheet, people: Crowd, entries: list[Entry], lands: Mapping[int, Land]) -> str:
    wanted = [_name(sheet, people, entry, lands[entry.position]) for entry in entries]
    boxes = placed([name.wish for name in wanted], crowd=people)
    return "".join(_written(sheet, name, box) for name, box in zip(wanted, boxes, strict=True))


def _name(sheet: Sheet, people: Crowd, entry: Entry, ground: Land) -> _Name:
    letter = sheet.letter * 1.1
    lines = balanced(entry.name, letter=letter, width=letter * 11, lines=3, weight=700)
    width = max(width_of(line, letter, weight=700) for line in [*lines, entry.share])
    x, y = ground.top()
    rows = people.of(entry.position)
    reach = float(np.quantile(np.hypot(people.x[rows] - x, people.y[rows] - y), 0.8))
    height = letter * (1.2 * len(lines) + 1.3)
    return _Name(
        entry, lines, Wish(width=width, height=height, x=x, y=y, reach=max(reach, 24.0), group=entry.position)
    )


def _written(sheet: Sheet, name: _Name, box: Box) -> str:
    letter, look = sheet.letter * 1.1, mark(name.entry.position)
    baseline = box.y - box.height / 2 + letter
    kind = name.entry.kind
    svg = _leader(name.wish, box, colour=look.colour, kind=kind)
    for line in name.lines:
        svg += _haloed(
            line, box.x, baseline, letter, colour=look.colour, kind=f"landscape-name {kind}", weight=700
        )
        baseline += letter * 1.2
    svg += _haloed(
        name.entry.share, box.x, baseline, letter * 0.92, colour=INK, kind="landscape-share", weight=400
    )
    return f"<g {name.entry.handle}>{svg}</g>"


def _leader(wish: Wish, box: Box, *, colour: str, kind: str) -> str:
    """Return a thin line from a name to its people, when the name stands beside them."""
    x, y = box.nearest(wish.x, wish.y)
    away = hypot(x - wish.x, y - wish.y)
    if away < wish.reach * 1.15:
        return ""
    stop = 1 - wish.reach * 0.9 / away
    return (
        f'<path class="landscape-leader {kind}" fill="none" stroke="{colour}" stroke-width="1.2" '
        f'd="M{number(x)} {number(y)}L{number(x + (wish.x - x) * stop)} {number(y + (wish.y - y) * stop)}"/>'
    )


def _haloed(text: str, x: float, y: float, size: float, *, colour: str, kind: str, weight: int) -> str:
    return (
        f'<text class="{kind}" x="{number(x)}" y="{number(y)}" font-size="{number(size)}" font-weight="{weight}" '
        f'text-anchor="middle" fill="{colour}" stroke="{PAPER}" stroke-width="{number(size * 0.28)}" '
        f'stroke-linejoin="round" stroke-opacity=".92" paint-order="stroke">{safe(text)}</text>'
    )
