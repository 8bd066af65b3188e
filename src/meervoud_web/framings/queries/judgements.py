"""What people answered to the three questions, without showing who said what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.framings.models import Level, WickednessJudgement
from meervoud_web.framings.queries import wicked
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Question:
    """One of the three questions: how the answers lie, and the reasons without a name or an answer."""

    words: str
    spread: wicked.Spread
    reasons: tuple[str, ...]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many people at each level."""
        return list(zip(map(str, Level.labels), self.spread.counts, strict=True))


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is shown of all answers."""

    people: int
    verdict: wicked.Verdict
    questions: tuple[Question, ...]
    groups: tuple[tuple[str, tuple[wicked.Spread, ...]], ...]
    is_waiting: bool

    @property
    def is_tame(self) -> bool:
        """Whether it can be a project."""
        return self.verdict == wicked.Verdict.TAME


def what_people_say(challenge: Challenge) -> Seen:
    """Gather the answers that count, with the reasons in an order that says nothing."""
    rows = list(challenge.judgements.select_related("person").prefetch_related("person__assignments"))
    counted = list(wicked.settled([(row.person_id, row) for row in rows]).values())
    answers = [row.levels for row in counted]
    return Seen(
        people=len(counted),
        verdict=wicked.verdict(answers),
        questions=_questions(counted) if counted else (),
        groups=_groups(counted),
        is_waiting=bool({row.pk for row in rows[-wicked.FEWEST :]} - {row.pk for row in counted}),
    )


def own_judgement(challenge: Challenge, person: Person) -> WickednessJudgement | None:
    """What this person answered last."""
    return challenge.judgements.filter(person=person).last()


def _questions(counted: list[WickednessJudgement]) -> tuple[Question, ...]:
    each = zip(WickednessJudgement.QUESTIONS.items(), wicked.spreads([row.levels for row in counted]), strict=True)
    return tuple(
        Question(
            words=str(words), spread=spread, reasons=_shuffled(getattr(row, f"{field}_why") for row in counted)
        )
        for (field, words), spread in each
    )


def _shuffled(reasons: Iterable[str]) -> tuple[str, ...]:
    """In an order that stays the same and tells nothing of who said what."""
    return tuple(sorted(set(reasons), key=lambda text: sha256(text.encode()).digest()))


def _groups(counted: list[WickednessJudgement]) -> tuple[tuple[str, tuple[wicked.Spread, ...]], ...]:
    by_group: dict[str, list[wicked.Levels]] = {}
    for row in counted:
        name = _("wie bij de gemeente werkt") if row.person.works_here else _("inwoners en partners")
        by_group.setdefault(name, []).append(row.levels)
    shown = wicked.broken_down(by_group, others=_("anderen"))
    return tuple((name, wicked.spreads(answers)) for name, answers in shown.items())
