"""Following the thread: where a thing comes from, and what it led to, as far as somebody may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from meervoud_web.challenges.models import Link, LinkKind
from meervoud_web.challenges.things import Shown, Thing, shown_to
from meervoud_web.people.models import Person

STEPS_SHOWN = 2
STEPS_COUNTED = 12
WIDEST = 300
"""How many things of one step are followed; beyond that a count would be no use to anybody."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A thing, one or two links away, with the thing it is linked to on the way to the middle and how."""

    shown: Shown
    near: Thing
    distance: int
    kind: LinkKind


@dataclass(frozen=True, kw_only=True)
class Direction:
    """One way along the thread: the nearest steps, and how many things lie beyond them."""

    steps: tuple[Step, ...]
    further: int

    def at(self, distance: int) -> list[Step]:
        """The things at this many steps."""
        return [step for step in self.steps if step.distance == distance]

    def beyond(self, thing: Thing) -> list[Step]:
        """The things that hang directly on ``thing``."""
        return [step for step in self.steps if step.near == thing]


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A thing in the middle of its thread."""

    middle: Shown
    back: Direction
    onwards: Direction


def thread_of(thing: Thing, *, person: Person | None) -> Thread | None:
    """Follow the thread both ways; ``None`` when the thing itself is not there for this person."""
    middle = shown_to(person, [thing]).get(thing)
    if middle is None:
        return None
    return Thread(
        middle=middle, back=_follow(thing, person, back=True), onwards=_follow(thing, person, back=False)
    )


def _follow(start: Thing, person: Person | None, *, back: bool) -> Direction:
    """Walk step by step. Who may not see a thing is not led past it either, so nothing shows that it is there."""
    seen, frontier, steps, further = {start}, [start], [], 0
    for distance in range(1, STEPS_COUNTED + 1):
        links = [link for link in _links(frontier, back=back) if link[1] not in seen]
        shown = shown_to(person, {thing for _near, thing, _kind in links})
        if not shown:
            break
        if distance <= STEPS_SHOWN:
            steps += _steps(links, shown, distance=distance)
        else:
            further += len(shown)
        seen |= shown.keys()
        frontier = sorted(shown)[:WIDEST]
    return Direction(steps=tuple(steps), further=further)


def _steps(links: list[tuple[Thing, Thing, LinkKind]], shown: dict[Thing, Shown], *, distance: int) -> list[Step]:
    first: dict[Thing, Step] = {}
    for near, thing, kind in links:
        if thing in shown:
            first.setdefault(thing, Step(shown=shown[thing], near=near, distance=distance, kind=kind))
    return list(first.values())


def _links(things: Iterable[Thing], *, back: bool) -> list[tuple[Thing, Thing, LinkKind]]:
    """The links of ``things`` as (near, far, kind), in one query."""
    near, far = ("to", "from") if back else ("from", "to")
    ids: dict[str, list[int]] = {}
    for thing in things:
        ids.setdefault(thing.kind, []).append(thing.id)
    wanted = Q(pk__in=())
    for slug, some in ids.items():
        wanted |= Q(**{f"{near}_kind": slug, f"{near}_id__in": some})
    rows = Link.objects.filter(wanted).values_list(
        f"{near}_kind", f"{near}_id", f"{far}_kind", f"{far}_id", "kind"
    )
    return [
        (Thing(near_kind, near_id), Thing(far_kind, far_id), LinkKind(kind))
        for near_kind, near_id, far_kind, far_id, kind in rows
    ]
