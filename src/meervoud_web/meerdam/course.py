"""The course of Meerdam's main challenge, told through the same acts that everybody uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.conversations.models import Conversation
from meervoud_web.course import actions
from meervoud_web.course.models import Assumption, Choice, MainLine
from meervoud_web.meerdam.content import living_at_home
from meervoud_web.meerdam.course_words import ASSUMED, CHOSEN, LINES, VALUES, Assumed, Chosen, Seen
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person

BEGAN = 600
"""How many days ago the main lines were written down."""


@transaction.atomic
def hold_course(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Write the course down as it grew: all of it or nothing, and once."""
    if MainLine.objects.filter(challenge=challenge).exists():
        return
    manager = people["opgavemanager"]
    with as_if_at(morning(today - timedelta(days=BEGAN))):
        lines = [
            actions.add_main_line(challenge, by=manager, sentence=sentence, why=why, sources=[thing_of(challenge)])
            for sentence, why in LINES
        ]
        for name, kind, at_stake in VALUES:
            actions.name_value(
                challenge, by=manager, name=name, kind=kind, at_stake=at_stake, sources=[thing_of(challenge)]
            )
    for planned in ASSUMED:
        _assume(planned, line=lines[planned.line], people=people, today=today)
    for chosen in CHOSEN:
        _choose(chosen, challenge=challenge, by=manager, today=today)


def _assume(planned: Assumed, *, line: MainLine, people: Mapping[str, Person], today: date) -> None:
    with as_if_at(morning(today - timedelta(days=planned.days_ago))):
        assumption = actions.assume(
            line.challenge,
            by=people["opgavemanager"],
            text=actions.AssumptionText(
                title=planned.title,
                condition=planned.condition,
                result=planned.result,
                because=planned.because,
                provided=planned.provided,
                start=planned.start,
                valid_until=today + timedelta(days=planned.lasts) if planned.lasts else None,
                main_line=line,
            ),
            sources=[],
        )
    for seen in planned.seen:
        with as_if_at(morning(today - timedelta(days=seen.days_ago))):
            _bring(seen, assumption=assumption, people=people)


def _bring(seen: Seen, *, assumption: Assumption, people: Mapping[str, Person]) -> None:
    evidence = actions.bring_evidence(
        assumption,
        by=people[seen.judged[0][0]],
        text=seen.text,
        source=seen.source,
        sources=_round() if seen.from_round else [],
    )
    for mailbox, finding, quality, why in seen.judged:
        actions.judge(evidence, by=people[mailbox], finding=finding, quality=quality, why=why)


def _round() -> list[Thing]:
    return [thing_of(row) for row in Conversation.objects.filter(title=living_at_home().title)]


def _choose(planned: Chosen, *, challenge: Challenge, by: Person, today: date) -> None:
    day = today - timedelta(days=planned.days_ago)
    with as_if_at(morning(day)):
        actions.choose(
            challenge,
            by=by,
            text=actions.ChoiceText(
                what=planned.what,
                chosen_by=planned.chosen_by,
                mandate=planned.mandate,
                chosen_on=day,
                weighed=planned.weighed,
                on_monday=planned.on_monday,
                courage=planned.courage,
            ),
            on=list(Assumption.objects.filter(challenge=challenge, title__in=planned.on)),
            builds_on=list(Choice.objects.filter(challenge=challenge, what__in=planned.builds_on)),
            sources=[],
        )
