"""The themes of a challenge with all that their pages show, in a number of questions that stays the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from meervoud_web.challenges.contributions import MOST_COUNTED, people_behind
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Shown, Thing, shown_to
from meervoud_web.feedback.models import Placing, Theme, ThemeAnswer, ThemeResult
from meervoud_web.feedback.queries.seen import themes_seen_by
from meervoud_web.people.models import Person

FEWEST = 5
"""Fewer people than this are "a few"."""
MOST_SHOWN = 40
"""So many contributions stand on the page of a theme; the others are counted."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A theme as people read it: the answer that counts, earlier ones, and how many stand behind it."""

    theme: Theme
    contributions: int
    people: int | None
    """How many people brought it in or reacted to it; ``None`` for a few, and never more than are counted."""
    answers: tuple[ThemeAnswer, ...]
    results: tuple[ThemeResult, ...]

    @property
    def is_beyond_counting(self) -> bool:
        """Whether there are more people than are counted."""
        return self.people == MOST_COUNTED

    @property
    def answer(self) -> ThemeAnswer | None:
        """The newest one."""
        return self.answers[0] if self.answers else None

    @property
    def earlier(self) -> tuple[ThemeAnswer, ...]:
        """What it said before, each followed by the one that took its place."""
        return self.answers[1:]


def themes_of(challenge: Challenge, *, person: Person | None) -> list[Answered]:
    """Every theme that ``person`` may see: who waits longest first, then what was answered last."""
    found = answered(themes_seen_by(person, challenge.themes.all()))
    waiting = [one for one in found if not one.theme.is_answered]
    done = [one for one in found if one.theme.is_answered]
    return waiting + sorted(done, key=lambda one: -(one.answer.at.timestamp() if one.answer else 0))


def answered(themes: QuerySet[Theme]) -> list[Answered]:
    """Read themes with their answers, their results and their numbers."""
    rows = list(
        themes.select_related("challenge", "choice__challenge", "keeper").prefetch_related(
            "answers", "results", "postponements"
        )
    )
    placed = _placed(rows)
    people = people_behind(placed)
    return [
        Answered(
            theme=row,
            contributions=len(placed[row.pk]),
            people=min(people[row.pk], MOST_COUNTED) if people[row.pk] >= FEWEST else None,
            answers=tuple(row.answers.all()),
            results=tuple(row.results.all()),
        )
        for row in rows
    ]


def _placed(themes: Sequence[Theme]) -> dict[int, list[Thing]]:
    things: dict[int, list[Thing]] = {theme.pk: [] for theme in themes}
    rows = Placing.objects.filter(theme__in=things).values_list("theme", "thing_kind", "thing_id")
    for theme, kind, key in rows:
        things[theme].append(Thing(kind, key))
    return things


def contributions_shown(theme: Theme, *, person: Person | None) -> list[tuple[Placing, Shown]]:
    """The first contributions of a theme that this person may read, in the order in which they were placed."""
    placings = list(theme.placings.all())
    seen = shown_to(person, [placing.thing for placing in placings])
    shown = [(placing, seen[placing.thing]) for placing in placings if placing.thing in seen]
    return shown[:MOST_SHOWN]


def by_thing(themes: Iterable[Answered]) -> dict[Thing, list[tuple[Placing, Answered]]]:
    """Which of these themes each contribution stands under."""
    known = {one.theme.pk: one for one in themes}
    found: dict[Thing, list[tuple[Placing, Answered]]] = defaultdict(list)
    for placing in Placing.objects.filter(theme__in=known):
        found[placing.thing].append((placing, known[placing.theme_id]))
    return found
