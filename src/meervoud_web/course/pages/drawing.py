"""Confidence through time as a small picture: a stair, with the room that the judges leave around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise

from meervoud.assumptions import BOUNDS, Word
from meervoud_web.course.queries import Stand
from meervoud_web.course.words import WORDS

SHORTEST = timedelta(days=60)
"""A shorter time than this is drawn as if it were this long, so that two days do not look like a history."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where the picture lies, in its own units."""

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def y(self, confidence: float) -> float:
        """How high a confidence stands."""
        return self.top + (1 - confidence) * (self.height - self.top - self.bottom)

    def x(self, share: float) -> float:
        """Where a share of the time lies."""
        return self.left + share * (self.width - self.left - self.right)


LARGE = Frame(width=720, height=270, left=112, top=8, right=14, bottom=30)
SMALL = Frame(width=160, height=36, top=4, right=5, left=2, bottom=4)


@dataclass(frozen=True, kw_only=True)
class Band:
    """The room of one of the five words."""

    word: Word
    said: Promise
    y: float
    height: float
    middle: float


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Everything that the template draws."""

    frame: Frame
    stair: str
    room: str
    end: tuple[float, float]
    marks: tuple[tuple[float, float, int], ...]
    bands: tuple[Band, ...]
    days: tuple[tuple[float, str, str], ...]

    @property
    def inner(self) -> float:
        """How wide the room between the margins is."""
        return self.frame.width - self.frame.left - self.frame.right


def drawing_of(stand: Stand) -> Drawing:
    """Draw how confidence moved, with the five words at its side and the first and last day below."""
    return _draw(stand, LARGE)


def sketch_of(stand: Stand) -> Drawing:
    """The same, as large as a line of text."""
    return _draw(stand, SMALL)


def _draw(stand: Stand, frame: Frame) -> Drawing:
    begin, end = stand.assumption.at, timezone.now()
    begin = min(begin, end - SHORTEST)
    start = stand.line.start

    def at(moment: datetime) -> float:
        return round(frame.x((moment - begin) / (end - begin)), 1)

    since = [at(one.counts_since or one.at) for one, _step in stand.counted]
    edges = [at(stand.assumption.at), *since, frame.x(1)]
    steps = stand.line.steps
    middle = [frame.y(value) for value in (start, *(step.confidence for step in steps))]
    low = [frame.y(value) for value in (start, *(step.lowest for step in steps))]
    high = [frame.y(value) for value in (start, *(step.highest for step in steps))]
    return Drawing(
        frame=frame,
        stair="M" + _stair(edges, middle),
        room=f"M{_stair(edges, high)}L{_stair(edges, low, back=True)}Z" if stand.spread else "",
        end=(frame.x(1), round(middle[-1], 1)),
        marks=tuple(
            (x, round(y, 1), number) for number, (x, y) in enumerate(zip(since, middle[1:], strict=True), 1)
        ),
        bands=_bands(frame),
        days=_days(begin, end, frame),
    )


def _stair(edges: list[float], heights: list[float], *, back: bool = False) -> str:
    """The corners of a stair: each height holds from its edge to the next."""
    corners = [(x, height) for ends, height in zip(pairwise(edges), heights, strict=True) for x in ends]
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in (reversed(corners) if back else corners))


def _bands(frame: Frame) -> tuple[Band, ...]:
    tops = [*list(BOUNDS.values())[1:], 1.0]
    return tuple(
        Band(
            word=word,
            said=WORDS[word],
            y=round(frame.y(top), 1),
            height=round(frame.y(bottom) - frame.y(top), 1),
            middle=round(frame.y((top + bottom) / 2), 1),
        )
        for (word, bottom), top in zip(BOUNDS.items(), tops, strict=True)
    )


def _days(begin: datetime, end: datetime, frame: Frame) -> tuple[tuple[float, str, str], ...]:
    """The first day at the left, today at the right."""
    return (
        (frame.left, date_format(timezone.localdate(begin), "j F Y"), "start"),
        (frame.x(1), date_format(timezone.localdate(end), "j F Y"), "end"),
    )
