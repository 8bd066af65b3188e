"""The years of Meerdam read well, hold together, and are told once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges import audit
from meervoud_web.challenges.models import Challenge, Involvement, JournalEntry, Link, LinkKind, Part, Status
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.asked import ask_anew
from meervoud_web.meerdam.course import hold_course
from meervoud_web.meerdam.first_week import WORK, begin_another
from meervoud_web.meerdam.sides import tell_sides
from meervoud_web.meerdam.story import tell_story
from tests.web.conftest import ClientOf

pytestmark = pytest.mark.django_db


def test_the_story_of_meerdam_is_told_once_and_its_journal_holds(client: Client) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    for _time in range(2):
        tell_story(challenge, people=people, today=today)
        assert JournalEntry.objects.filter(challenge=challenge).count() == 13
    challenges.seal_journal()
    assert audit.verify().problems == ()
    challenge.refresh_from_db()
    assert challenge.status == Status.CONNECT
    adviser = Involvement.objects.get(role=Part.EXTERNAL_ADVISER)
    assert adviser.ends_on is not None
    page = client.get(f"{challenge.get_absolute_url()}tijdlijn/").content.decode()
    assert "Wij waren te snel." in page
    assert not [person.name for person in people.values() if person.name in page]


def test_the_question_of_meerdam_was_asked_in_three_ways_each_with_its_reason(client: Client) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    for tell in (tell_story, tell_sides, hold_course, ask_anew, ask_anew):
        tell(challenge, people=people, today=today)
    asked = list(challenge.questions.order_by("number"))
    assert [bool(one.reason) for one in asked] == [False, True, True]
    assert [one.at for one in asked[1:]] == sorted(one.at for one in asked[1:])
    sources = Link.objects.filter(to_kind="question", to_id=asked[2].pk, kind=LinkKind.CHANGED_BY)
    assert set(sources.values_list("from_kind", flat=True)) == {"assumption", "framing"}
    page = client.get(f"{challenge.get_absolute_url()}vraag/").content.decode()
    assert "Na de verkiezingen keek het nieuwe college opnieuw naar de vraag." in page
    assert page.count("<ins>") >= 2


def test_the_second_challenge_of_meerdam_is_in_its_first_week_and_says_what_to_do_next(
    client_of: ClientOf, client: Client
) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    for _time in range(2):
        begin_another(challenge, people=people, today=today)
    work = Challenge.objects.get(title=WORK.title)
    found = (
        work.status,
        work.notes.count(),
        work.signals.count(),
        work.framings.count(),
        work.involvements.count(),
    )
    assert found == (Status.EXPLORE, 2, 1, 1, 4)
    page = client_of(people["opgavemanager"]).get(work.get_absolute_url()).content.decode()
    assert "Schrijf in één zin op waar u jaren aan vasthoudt." in page
    assert client.get(work.get_absolute_url()).status_code == 404
