"""What was done in Meerdam with what people brought in, told through the same acts that everybody uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.conversations.models import Statement
from meervoud_web.course import actions as course
from meervoud_web.course.models import Assumption, Choice
from meervoud_web.feedback import actions
from meervoud_web.feedback.models import Theme
from meervoud_web.meerdam.alive import CODE, MERGED
from meervoud_web.meerdam.answered_words import CHOICE, CHOICE_DAYS_AGO, THEMES, TO_ONE_PERSON, Themed
from meervoud_web.meerdam.course_words import SLEEPER
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person
from meervoud_web.rounds.codes import device_follow_code
from meervoud_web.rounds.models import Round
from meervoud_web.signals.models import Signal

NAMES = UUID("7f3d1f54-53f4-4a62-9b67-1a3c62a0f6d5")
SORTED = 18
"""How many days ago somebody began to sort what people said."""


@transaction.atomic
def answer_people(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Sort, promise, answer, and tell what came of it; telling it twice changes nothing."""
    if Theme.objects.filter(challenge=challenge).exists() or not Round.objects.filter(code=CODE).exists():
        return
    _choose(challenge, by=people["opgavemanager"], today=today)
    for told in THEMES:
        _tell(told, challenge=challenge, people=people, today=today)


def follow_code() -> str:
    """The follow code of a resident whose statement got an answer; another one in each installation."""
    round_ = Round.objects.filter(code=CODE).first()
    return device_follow_code(f"example {MERGED[0]}", round_id=round_.pk) if round_ else ""


def _choose(challenge: Challenge, *, by: Person, today: date) -> None:
    day = today - timedelta(days=CHOICE_DAYS_AGO)
    with as_if_at(morning(day)):
        course.choose(
            challenge,
            by=by,
            text=course.ChoiceText(**CHOICE, chosen_on=day),
            on=list(Assumption.objects.filter(challenge=challenge, title=SLEEPER)),
            sources=[],
        )


def _tell(told: Themed, *, challenge: Challenge, people: Mapping[str, Person], today: date) -> None:
    manager = people["opgavemanager"]
    with as_if_at(morning(today - timedelta(days=SORTED))):
        words = actions.ThemeWords(
            title=told.title,
            about=told.about,
            answer_by=today + timedelta(days=told.due),
            keeper=people[told.mailbox],
            choice=Choice.objects.filter(challenge=challenge, what=told.choice).first(),
        )
        theme = actions.name_theme(challenge, by=manager, words=words, sources=list(_brought(told, challenge)))
        actions.publish_theme(theme, by=manager)
        for placing in theme.placings.filter(thing_kind="statement", thing_id=_statement(MERGED[1]).id):
            actions.add_for_one(placing, by=manager, text=TO_ONE_PERSON, number=0)
    for number, (days_ago, answer, reason) in enumerate(told.answers, start=1):
        with as_if_at(morning(today - timedelta(days=days_ago))):
            actions.answer_theme(theme, by=manager, words=answer, number=number, reason=reason)
    if told.result is not None:
        days_ago, text = told.result
        with as_if_at(morning(today - timedelta(days=days_ago))):
            actions.tell_result(theme, by=manager, text=text, request_id=uuid5(NAMES, told.title))


def _brought(told: Themed, challenge: Challenge) -> Iterable[Thing]:
    """The statements and the signals of a theme."""
    yield from (_statement(number) for number in told.statements)
    for words in told.signals:
        yield from map(thing_of, Signal.objects.filter(challenge=challenge, shown_as__startswith=words))


def _statement(number: str) -> Thing:
    """A statement of the main round, by its number in the table."""
    return thing_of(Statement.objects.get(conversation__round__code=CODE, external_id=number))
