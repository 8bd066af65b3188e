"""Themes, contributions under them, and answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.feedback import actions
from meervoud_web.feedback.models import Theme, ThemeAnswer, Weighed
from meervoud_web.people.models import Person
from meervoud_web.rounds.models import Round
from tests.web.rounds.making import open_round, statement_ids

ADOPTED = actions.AnswerWords(
    weighed=Weighed.ADOPTED, text="Er komt een bus, want u vroeg erom.", who="het college"
)
NOT = actions.AnswerWords(weighed=Weighed.NOT, text="Dat kan niet, want er is geen geld.", who="het college")


def a_challenge(*, public: bool = True) -> Challenge:
    slug = uuid4().hex
    return Challenge.objects.create(title=f"Opgave {slug}", slug=slug, question="Hoe dan?", is_public=public)


def a_theme(
    challenge: Challenge,
    *,
    by: Person,
    title: str = "Vervoer",
    days: int = 30,
    published: bool = True,
    **more: Any,
) -> Theme:
    """A theme whose answer is due in so many days; negative is late."""
    words = actions.ThemeWords(title=title, answer_by=in_days(days), keeper=by, **more)
    theme = actions.name_theme(challenge, by=by, words=words, sources=[])
    if published:
        actions.publish_theme(theme, by=by)
    theme.refresh_from_db()
    return theme


def answered(theme: Theme, *, by: Person, words: actions.AnswerWords = ADOPTED, **more: Any) -> ThemeAnswer:
    """Answer it, for the first time or again."""
    number = theme.answers.count() + 1
    return actions.answer_theme(theme, by=by, words=words, number=number, **more)


def a_round(challenge: Challenge | None = None, **more: Any) -> tuple[Round, list[Thing]]:
    """An open round with three statements, and those as things."""
    round_ = open_round(challenge=challenge, **more)
    return round_, [Thing("statement", pk) for pk in statement_ids(round_)]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
