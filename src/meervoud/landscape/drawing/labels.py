"""Where names go: near their people, never over one another, as little as may be over the crowd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

import numpy as np

from .people import people_per_mark
from .terrain import Crowd

_NARROW = set("iljtfrI.,:;'|!()[] ")
_BROAD = set("mwMW@%—")


def width_of(text: str, letter: float, *, weight: int = 400) -> float:
    """Estimate how wide a line of text becomes, on the safe side: letters differ from one reader to the next."""
    units = sum(0.37 if sign in _NARROW else 0.95 if sign in _BROAD else 0.63 for sign in text)
    return units * letter * (1.12 if weight > 500 else 1.0)


def wrapped(text: str, *, letter: float, width: float, lines: int, weight: int = 400) -> list[str]:
    """Break a text into at most so many lines; what does not fit ends in an ellipsis."""
    result: list[str] = [""]
    for word in _words(" ".join(text.split()), letter, width):
        longer = f"{result[-1]} {word}".strip()
        if width_of(longer, letter, weight=weight) <= width or not result[-1]:
            result[-1] = longer
        else:
            result.append(word)
    if len(result) > lines:
        result = result[:lines]
        while result[-1] and width_of(result[-1] + "…", letter, weight=weight) > width:
            result[-1] = result[-1][:-1].rstrip()
        result[-1] += "…"
    return result


def balanced(text: str, *, letter: float, width: float, lines: int, weight: int = 400) -> list[str]:
    """Break a name into lines of about the same length."""
    result = wrapped(text, letter=letter, width=width, lines=lines, weight=weight)
    for share in (0.9, 0.8, 0.7, 0.6, 0.5):
        tighter = wrapped(text, letter=letter, width=width * share, lines=len(result) + 1, weight=weight)
        if len(tighter) != len(result) or any(line.endswith("-") for line in tighter):
            break
        result = tighter
    return result


def _words(text: str, letter: float, width: float) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while width_of(rest, letter) > width and len(rest) > 4:
            cut = max(3, int(len(rest) * width / width_of(rest, letter)) - 1)
            yield rest[:cut] + "-"
            rest = rest[cut:]
        yield rest


@dataclass(frozen=True)
class Box:
    """A rectangle on the paper, given by its middle."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: Box) -> float:
        """Return the area that two boxes share."""
        across = (self.width + other.width) / 2 - abs(self.x - other.x)
        down = (self.height + other.height) / 2 - abs(self.y - other.y)
        return max(across, 0.0) * max(down, 0.0)

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the box closest to this one."""
        left, top = self.x - self.width / 2, self.y - self.height / 2
        return min(max(x, left), left + self.width), min(max(y, top), top + self.height)


@dataclass(frozen=True)
class Wish:
    """A label that wants a place: its size, the group it names, where that stands and how far it reaches."""

    width: float
    height: float
    x: float
    y: float
    reach: float
    group: int


def placed(wishes: Sequence[Wish], *, crowd: Crowd) -> list[Box]:
    """Return a box for each wish, in the order given; earlier wishes choose first."""
    boxes: list[Box] = []
    for wish in wishes:
        candidates = list(_candidates(wish, crowd.width, crowd.height))
        costs = [_cost(box, wish, boxes, wishes, crowd) for box in candidates]
        boxes.append(candidates[int(np.argmin(costs))])
    return boxes


def _candidates(wish: Wish, width: float, height: float) -> Iterator[Box]:
    """Offer places on ever wider rings around the group, kept inside the map."""
    edge = 0.014 * width
    half, tall = wish.width / 2 + edge, wish.height / 2 + edge
    for ring in range(10):
        for turn in range(32 if ring else 1):
            angle = 2 * pi * turn / 32
            x = wish.x + cos(angle) * ring * (wish.reach * 0.22 + wish.width * 0.07)
            y = wish.y + sin(angle) * ring * (wish.reach * 0.22 + wish.height * 0.07)
            x = min(max(x, half), max(width - half, half))
            y = min(max(y, tall), max(height - tall, tall))
            yield Box(x, y, wish.width, wish.height)


def _cost(box: Box, wish: Wish, taken: Sequence[Box], wishes: Sequence[Wish], crowd: Crowd) -> float:
    """Weigh a place: never over another name, rather not over people, above all not those of another group."""
    room = 0.012 * crowd.width
    collision = sum(box.overlap(Box(other.x, other.y, other.width + room, other.height + room)) for other in taken)
    under = (np.abs(crowd.x - box.x) < box.width / 2 + 3) & (np.abs(crowd.y - box.y) < box.height / 2 + 3)
    strangers = np.count_nonzero(under & (crowd.group != wish.group))
    covered = (np.count_nonzero(under) + 2.0 * strangers) / people_per_mark(crowd)
    distance = _apart(box, wish)
    astray = distance - min(_apart(box, other) for other in wishes)
    return collision * 10 + covered * 0.1 + distance * 0.9 + astray


def _apart(box: Box, wish: Wish) -> float:
    """How far a name stands from the middle of a group, as that group reaches."""
    return hypot(*np.subtract(box.nearest(wish.x, wish.y), (wish.x, wish.y))) / wish.reach
