"""The land itself: its heights, its lines, the regions of groups and the people in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .entries import Entry
from .ink import number, smooth_path, trail
from .people import SURE, chosen, radius
from .sheet import CONTOUR, HEIGHT, LOOSE, PAPER, PLAIN, mark, outline
from .terrain import Crowd, Land, Numbers, land, level_holding

_SHARES = (0.86, 0.6, 0.32)
"""The regions of a group hold this share of its people."""

_SHADES = ("#1a56b0", "#335ea3", "#4c6596", "#646c89", "#7d747c", "#8a6860", "#975c44", "#a45127", "#b1450b")
"""From one end of a spectrum to the other, without a border."""


def heights(ground: Land, *, tint: str = HEIGHT) -> str:
    """Return the land as layers of wash with thin lines, each line twice as high as the one outside it."""
    layers = [path for path in (smooth_path(ground.rings(level)) for level in ground.heights()) if path]
    fills = "".join(f'<path d="{path}"/>' for path in layers)
    return (
        f'<g class="landscape-height" fill="{tint}" fill-opacity=".045" '
        f'stroke="{CONTOUR}" stroke-width=".7">{fills}</g>'
    )


def group_land(crowd: Crowd, position: int) -> Land:
    """Return the land of one group's people only."""
    rows = crowd.of(position)
    return land(crowd.x[rows], crowd.y[rows], width=crowd.width, height=crowd.height)


def region(crowd: Crowd, entry: Entry, ground: Land, *, certain: bool) -> str:
    """Return the area where a group's people stand closest: three washes and a border."""
    rows, look = crowd.of(entry.position), mark(entry.position)
    x, y = crowd.x[rows], crowd.y[rows]
    paths = [smooth_path(ground.rings(level_holding(ground, x, y, share))) for share in _SHARES]
    washes = "".join(f'<path d="{path}"/>' for path in paths if path)
    dash = look.border if certain else "1 7"
    dashes = f' stroke-dasharray="{dash}" stroke-linecap="round"' if dash else ""
    return (
        f'<g class="landscape-region {entry.kind}" {entry.handle} fill="{look.colour}">'
        f'<g fill-opacity=".11">{washes}</g>'
        f'<path d="{paths[0]}" fill="none" stroke="{look.colour}" stroke-width="2"{dashes}/></g>'
    )


def people(crowd: Crowd, groups: Sequence[Entry], *, key: str) -> str:
    """Return everyone: the loose ones first, then group by group, the surest on top."""
    rows = chosen(crowd)
    loose = rows[~np.isin(crowd.group[rows], [entry.position for entry in groups])]
    svg = _marks(crowd, loose, shape="circle", colour=LOOSE, kind="landscape-loose", key=key, faint=True)
    for entry in groups:
        look = mark(entry.position)
        own = rows[crowd.group[rows] == entry.position]
        crowded = _open_and_filled(crowd, own, shape=look.shape, colour=look.colour, kind=entry.kind, key=key)
        svg += f"<g {entry.handle}>{crowded}</g>"
    return svg


def plain_people(crowd: Crowd, *, key: str) -> str:
    """Return everyone alike, where there is nothing that tells them apart."""
    return _open_and_filled(crowd, chosen(crowd), shape="circle", colour=PLAIN, kind="landscape-plain", key=key)


def gradual_people(crowd: Crowd, *, key: str) -> str:
    """Return everyone in a colour that runs from one end to the other."""
    rows = chosen(crowd)
    left, right = np.quantile(crowd.x, [0.02, 0.98])
    place = (crowd.x[rows] - left) / max(float(right - left), 1e-9)
    step = np.clip((place * len(_SHADES)).astype(np.int64), 0, len(_SHADES) - 1)
    svg = ""
    for shade, colour in enumerate(_SHADES):
        kind = f"landscape-shade-{shade + 1}"
        svg += _open_and_filled(crowd, rows[step == shade], shape="circle", colour=colour, kind=kind, key=key)
    return svg


def _open_and_filled(crowd: Crowd, rows: Numbers, *, shape: str, colour: str, kind: str, key: str) -> str:
    sure = crowd.sure[rows] >= SURE
    open_marks = _marks(crowd, rows[~sure], shape=shape, colour=colour, kind=kind, key=key)
    return open_marks + _marks(crowd, rows[sure], shape=shape, colour=colour, kind=kind, key=key)


def _marks(
    crowd: Crowd, rows: Numbers, *, shape: str, colour: str, kind: str, key: str, faint: bool = False
) -> str:
    """Return people as one path whose corners carry a mark."""
    if not len(rows):
        return ""
    size = radius(crowd)
    if faint or float(crowd.sure[rows].max()) < SURE:
        kind = f"landscape-open {kind}"
        look = f'fill="{PAPER}" fill-opacity=".7" stroke="{colour}" stroke-width="{number(max(1.0, size * 0.3))}"'
    else:
        look = f'fill="{colour}" fill-opacity=".85"'
    name = f"{key}-{kind.replace(' ', '-').replace('landscape-', '')}"
    places = trail(zip(crowd.x[rows].tolist(), crowd.y[rows].tolist(), strict=True))
    return (
        f'<marker id="{name}" class="{kind}" markerUnits="userSpaceOnUse" overflow="visible" {look}>'
        f'<path d="{outline(shape, 0, 0, size)}"/></marker>'
        f'<path class="landscape-people" fill="none" marker-start="url(#{name})" marker-mid="url(#{name})" '
        f'marker-end="url(#{name})" d="{places}"/>'
    )
