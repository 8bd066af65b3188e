"""Contributions to sort: what is new, under which themes the others stand, and which theme each resembles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meervoud_web.challenges.contributions import Contribution, contributions_of
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.feedback.models import Placing, Theme
from meervoud_web.people.models import Person
from meervoud_web.signals.alike import Compared

ON_A_PAGE = 80
MOST_COMPARED = 400


@dataclass(frozen=True, kw_only=True)
class Line:
    """A contribution with the themes it stands under, and the words that it shares with a theme it resembles."""

    contribution: Contribution
    themes: tuple[Theme, ...]
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """Contributions that resemble what stands under one theme; ``None`` for those that resemble nothing yet."""

    theme: Theme | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Sorting:
    """Everything on the page for sorting."""

    groups: tuple[Group, ...]
    unsorted: int
    total: int
    found: int
    """How many there are in this view, of which a page is shown."""
    counts: Mapping[int, int]

    @property
    def more(self) -> int:
        """How many of this view are not on the page."""
        return self.found - sum(len(group.lines) for group in self.groups)


def unsorted_count(challenge: Challenge, *, person: Person) -> int:
    """How many contributions stand under no theme."""
    placed = {placing.thing for placing in Placing.objects.filter(theme__challenge=challenge)}
    return sum(one.thing not in placed for one in contributions_of(challenge, person=person))


def sorting_of(
    challenge: Challenge, themes: Sequence[Theme], *, person: Person, under: Theme | None, words: str, all_: bool
) -> Sorting:
    """What is to be sorted: without a theme, all, or what stands under one; with ``words`` only what has them."""
    brought, placed = contributions_of(challenge, person=person), _themes_by_thing(themes)
    lines = [Line(contribution=one, themes=placed.get(one.thing, ())) for one in brought]
    if under is not None:
        view = [line for line in lines if under in line.themes]
    else:
        view = lines if all_ else [line for line in lines if not line.themes]
    view = [line for line in view if words.casefold() in line.contribution.text.casefold()]
    shown = view[:ON_A_PAGE]
    is_new = under is None and not all_
    return Sorting(
        groups=_grouped(shown, lines, themes) if is_new else (Group(theme=None, lines=tuple(shown)),),
        unsorted=sum(not line.themes for line in lines),
        total=len(lines),
        found=len(view),
        counts={theme.pk: sum(theme in line.themes for line in lines) for theme in themes},
    )


def _themes_by_thing(themes: Sequence[Theme]) -> dict[Thing, tuple[Theme, ...]]:
    known = {theme.pk: theme for theme in themes}
    found: dict[Thing, list[Theme]] = defaultdict(list)
    for placing in Placing.objects.filter(theme__in=known):
        found[placing.thing].append(known[placing.theme_id])
    return {thing: tuple(some) for thing, some in found.items()}


def _grouped(shown: Sequence[Line], lines: Sequence[Line], themes: Sequence[Theme]) -> tuple[Group, ...]:
    """Put what resembles a theme together; the words that they share are shown, and whoever sorts decides."""
    texts: dict[tuple[int, int], str] = {(theme.pk, -1): f"{theme.title} {theme.about}" for theme in themes}
    sorted_lines = [line for line in lines if line.themes][:MOST_COMPARED]
    for number, line in enumerate(sorted_lines):
        texts |= {(theme.pk, number): line.contribution.text for theme in line.themes}
    known, compared = {theme.pk: theme for theme in themes}, Compared(texts)
    grouped: dict[int | None, list[Line]] = defaultdict(list)
    for line in shown:
        likest = next(iter(compared.like(line.contribution.text)), None)
        key = likest.key[0] if likest else None
        shared = likest.shared if likest else ()
        grouped[key].append(Line(contribution=line.contribution, themes=line.themes, shared=shared))
    order = [theme.pk for theme in themes if theme.pk in grouped]
    found = [Group(theme=known[key], lines=tuple(grouped[key])) for key in order]
    return (*found, *([Group(theme=None, lines=tuple(grouped[None]))] if None in grouped else []))
