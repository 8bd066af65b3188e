"""The whole course of a challenge at once, and what of it there is to reconsider."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from meervoud import assumptions
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.reading import once_a_page
from meervoud_web.challenges.things import Thing
from meervoud_web.course.models import Assumption, Choice, MainLine, Outcome, PublicValue, SecondLook
from meervoud_web.course.queries.confidence import Stand, stand_of, with_evidence


@dataclass(frozen=True, kw_only=True)
class Reopened:
    """A choice or an assumption that lost a ground, with what fell under it and the way from there."""

    what: Choice | Assumption
    thing: Thing
    because: tuple[Assumption | Choice, ...]
    path: tuple[Assumption | Choice, ...]
    since: datetime

    @property
    def is_choice(self) -> bool:
        """Whether it is a choice; else an assumption that rests on what fell."""
        return isinstance(self.what, Choice)

    @property
    def between(self) -> tuple[Assumption | Choice, ...]:
        """What stands between the fallen ground and this."""
        return self.path[1:-1]


@dataclass(frozen=True, kw_only=True)
class Course:
    """Everything that the pages of a course show, in a number of queries that does not grow."""

    challenge: Challenge
    lines: tuple[MainLine, ...]
    let_go: tuple[MainLine, ...]
    values: tuple[PublicValue, ...]
    stands: dict[int, Stand]
    choices: tuple[Choice, ...]
    reopened: tuple[Reopened, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote anything of it down."""
        return not (self.lines or self.let_go or self.values or self.stands or self.choices)

    def under(self, line: MainLine | None) -> list[Stand]:
        """The assumptions of a main line; with ``None`` those of none that still holds."""
        held = {one.pk for one in self.lines}
        return [
            stand
            for stand in self.stands.values()
            if (stand.assumption.main_line_id == line.pk if line else stand.assumption.main_line_id not in held)
        ]

    def reopened_choices(self) -> list[Reopened]:
        """The choices that somebody has to look at again."""
        return [one for one in self.reopened if one.is_choice]

    def asleep(self) -> list[Stand]:
        """The assumptions at which nobody looked for a year, as far as they still stand."""
        return [one for one in self.stands.values() if one.sleeps_since and not one.has_fallen]


@once_a_page
def course_of(challenge: Challenge, *, today: date | None = None) -> Course:
    """Read the course of a challenge."""
    rows = with_evidence(challenge.assumptions.all()).prefetch_related("rests_on")
    stands = {row.pk: stand_of(row, today=today) for row in rows}
    choices = tuple(challenge.choices.prefetch_related("assumptions", "builds_on", "second_looks"))
    lines = tuple(challenge.main_lines.all())
    return Course(
        challenge=challenge,
        lines=tuple(line for line in lines if line.let_go_at is None),
        let_go=tuple(line for line in lines if line.let_go_at is not None),
        values=tuple(challenge.public_values.all()),
        stands=stands,
        choices=choices,
        reopened=_reopened(stands, choices),
    )


def last_look(choice: Choice) -> SecondLook | None:
    """How a choice was last reconsidered."""
    return max(choice.second_looks.all(), key=lambda look: (look.at, look.pk), default=None)


def is_taken_back(choice: Choice) -> bool:
    """Whether the last look at a choice took it back."""
    look = last_look(choice)
    return look is not None and look.outcome == Outcome.TAKEN_BACK


def _reopened(stands: dict[int, Stand], choices: Iterable[Choice]) -> tuple[Reopened, ...]:
    rows: dict[Thing, Assumption | Choice] = {_assumption(pk): stand.assumption for pk, stand in stands.items()}
    rows |= {_choice(choice.pk): choice for choice in choices}
    fell = _fallen(stands, choices)
    listed = assumptions.to_reconsider(_hangs_on(stands, choices), fallen=sorted(fell))
    found = [
        Reopened(
            what=rows[one.node],
            thing=one.node,
            because=tuple(rows[ground] for ground in one.because),
            path=tuple(rows[node] for node in one.path),
            since=max(fell[ground] for ground in one.because),
        )
        for one in listed
    ]
    return tuple(one for one in found if not _was_looked_at(one, stands))


def _hangs_on(stands: dict[int, Stand], choices: Iterable[Choice]) -> dict[Thing, list[Thing]]:
    grounds = {
        _choice(choice.pk): [
            *(_assumption(one.pk) for one in choice.assumptions.all()),
            *(_choice(one.pk) for one in choice.builds_on.all()),
        ]
        for choice in choices
    }
    for pk, stand in stands.items():
        grounds[_assumption(pk)] = [_assumption(one.pk) for one in stand.assumption.rests_on.all()]
    return grounds


def _fallen(stands: dict[int, Stand], choices: Iterable[Choice]) -> dict[Thing, datetime]:
    """Broken or expired assumptions and choices that were taken back, each with when."""
    fell = {_assumption(pk): stand.fell_at for pk, stand in stands.items() if stand.fell_at is not None}
    for choice in choices:
        look = last_look(choice)
        if look is not None and look.outcome == Outcome.TAKEN_BACK:
            fell[_choice(choice.pk)] = look.at
    return fell


def _was_looked_at(one: Reopened, stands: dict[int, Stand]) -> bool:
    """A choice is looked at by a second look, an assumption by evidence that came after the fall."""
    if isinstance(one.what, Choice):
        look = last_look(one.what)
        return look is not None and look.at >= one.since
    counted = [evidence.counts_since for evidence, _step in stands[one.what.pk].counted]
    return any(since is not None and since >= one.since for since in counted)


def _assumption(pk: int) -> Thing:
    return Thing("assumption", pk)


def _choice(pk: int) -> Thing:
    return Thing("choice", pk)
