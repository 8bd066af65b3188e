"""The course of Meerdam: an assumption broke, one sleeps, two choices wait, and a new college took it over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from meervoud.assumptions import Word
from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.course.queries import course_of
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.course import hold_course
from meervoud_web.meerdam.course_words import CHOSEN, LINES, NETWORK, SLEEPER
from meervoud_web.meerdam.handed_over import ANSWERED, hand_over
from meervoud_web.meerdam.spoken_against import SPOKEN, speak_against
from meervoud_web.meerdam.story import tell_story

pytestmark = pytest.mark.django_db


def test_the_network_of_meerdam_broke_and_two_choices_hang_on_it() -> None:
    today = timezone.localdate()
    accounts = open_accounts(today=today)
    with as_if_at(timezone.now() - timedelta(days=730)):
        challenge = challenges.start_challenge(by=accounts[plan.CHALLENGE_MANAGER], text=plan.CHALLENGE)
    people = {account.mailbox: person for account, person in accounts.items()}
    tell_story(challenge, people=people, today=today)
    for _twice in range(2):
        hold_course(challenge, people=people, today=today)
    course = course_of(challenge)
    assert (len(course.lines), len(course.stands), len(course.values)) == (4, 4, 4)
    words = {stand.assumption.title: stand.word for stand in course.stands.values()}
    assert words[NETWORK] == Word.BROKEN
    assert list(words.values()).count(Word.BROKEN) == 1
    assert [stand.assumption.title for stand in course.asleep()] == [SLEEPER]
    assert [one.what.what for one in course.reopened] == [CHOSEN[0].what, CHOSEN[1].what]
    assert any(step.judges_differ for stand in course.stands.values() for _one, step in stand.counted)
    for _twice in range(2):
        speak_against(challenge, people=people, today=today)
        hand_over(challenge, people=people, today=today)
    over = challenge.handovers.get()
    assert over.is_finished
    assert [one.verdict for one in over.answers.all()] == [one.verdict for one in ANSWERED]
    held = {line.sentence: line.let_go_at is None for line in challenge.main_lines.all()}
    assert [held[one.becomes or LINES[place][0]] for place, one in enumerate(ANSWERED)] == [True] * 4
    assert not held[LINES[3][0]]
    assert [one.answers.count() for one in challenge.dissents.all()] == [1, 0]
    assert challenge.dissents.count() == len(SPOKEN)
