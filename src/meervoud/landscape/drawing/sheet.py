"""The paper: its sizes, its colours and the marks that tell groups apart without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["poster", "wide", "tall"]


@dataclass(frozen=True)
class Sheet:
    """Sizes in units of the picture; the map is the part of the sheet that holds the people."""

    width: int
    lowest: int
    tallest: int
    margin: int
    letter: float
    heading: float | None
    quotes: bool
    columns: int


SHEETS: dict[Shape, Sheet] = {
    "poster": Sheet(
        width=1000,
        lowest=500,
        tallest=760,
        margin=104,
        letter=19,
        heading=40,
        quotes=True,
        columns=2,
    ),
    "wide": Sheet(
        width=960,
        lowest=480,
        tallest=680,
        margin=96,
        letter=20,
        heading=None,
        quotes=False,
        columns=2,
    ),
    "tall": Sheet(
        width=400,
        lowest=410,
        tallest=520,
        margin=44,
        letter=16.5,
        heading=None,
        quotes=False,
        columns=1,
    ),
}


@dataclass(frozen=True)
class Mark:
    """How one group looks: its colour, the shape of its people and the stroke of its border."""

    colour: str
    shape: str
    border: str | None


# Dark enough for text on white (at least 4.5 to 1), and apart for every kind of colour blindness when taken
# in this order; shape and border say the same once more.
_COLOURS = ("#1a56b0", "#b1450b", "#12806a", "#611f5e", "#816a10", "#c4306e", "#44546a", "#5a4fb0")
_SHAPES = ("circle", "square", "triangle", "diamond", "plus", "bar")
_BORDERS = (None, "9 5", "2 5", "14 4 3 4", "5 3", "16 6")

FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
PAPER = "#ffffff"
INK = "#24292f"
QUIET = "#5c6470"
CONTOUR = "#8d8672"
HEIGHT = "#a59f7c"
LOOSE = "#767c85"
TRACK = "#b9bdc4"
PLAIN = "#4a5a70"


def mark(position: int) -> Mark:
    """Return the look of the group at this place in the list of groups."""
    return Mark(
        colour=_COLOURS[position % len(_COLOURS)],
        shape=_SHAPES[position % len(_SHAPES)],
        border=_BORDERS[position % len(_BORDERS)],
    )


def outline(shape: str, x: float, y: float, radius: float) -> str:
    """Return the path of one mark around a point; coordinates are rounded to a tenth."""
    at = _Pen(radius)
    match shape:
        case "square":
            side = at(1.75)
            return f"M{_n(x - radius * 0.875)} {_n(y - radius * 0.875)}h{side}v{side}h-{side}z"
        case "triangle":
            return f"M{_n(x)} {_n(y - radius * 1.2)}l{at(1.15)} {at(2)}h-{at(2.3)}z"
        case "diamond":
            return (
                f"M{_n(x)} {_n(y - radius * 1.25)}l{at(1.1)} {at(1.25)}-{at(1.1)} {at(1.25)}-{at(1.1)}-{at(1.25)}z"
            )
        case "plus":
            arm, body = at(0.75), at(0.7)
            return (
                f"M{_n(x - radius * 0.35)} {_n(y - radius * 1.1)}h{body}v{arm}h{arm}v{body}h-{arm}v{arm}"
                f"h-{body}v-{arm}h-{arm}v-{body}h{arm}z"
            )
        case "bar":
            return f"M{_n(x - radius * 1.3)} {_n(y - radius * 0.55)}h{at(2.6)}v{at(1.1)}h-{at(2.6)}z"
        case _:
            return f"M{_n(x)} {_n(y - radius)}a{at(1)} {at(1)} 0 1 1-.1 0z"


@dataclass(frozen=True)
class _Pen:
    radius: float

    def __call__(self, times: float) -> str:
        return _n(self.radius * times)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
