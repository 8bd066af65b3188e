"""The course of Meerdam: one assumption broke, one sleeps, and two choices are to be looked at again."""

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
from meervoud_web.meerdam.course_words import CHOSEN, NETWORK, SLEEPER
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
    assert (len(course.lines), len(course.stands), len(course.values)) == (3, 4, 4)
    words = {stand.assumption.title: stand.word for stand in course.stands.values()}
    assert words[NETWORK] == Word.BROKEN
    assert list(words.values()).count(Word.BROKEN) == 1
    assert [stand.assumption.title for stand in course.asleep()] == [SLEEPER]
    assert [one.what.what for one in course.reopened] == [CHOSEN[0].what, CHOSEN[1].what]
    assert any(step.judges_differ for stand in course.stands.values() for _one, step in stand.counted)
