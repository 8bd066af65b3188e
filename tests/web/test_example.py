"""Meerdam as a newcomer finds it: loaded, open, alive, with a way in for everybody."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.test import Client

from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.conversations.models import Audience, Conversation, GroupName
from meervoud_web.meerdam import alive, content, plan
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds.models import (
    Appeal,
    HelpRequest,
    ModerationEntry,
    PaperCard,
    Receipt,
    Round,
    State,
    Submission,
    SubmissionState,
    Way,
)
from tests.web.quick_example import load_quickly
from tests.web.rounds.making import device_client, send

ROUNDS = (content.living_at_home(), content.opening_hours())


@pytest.fixture
def meerdam(transactional_db: None, capsys: pytest.CaptureFixture[str]) -> str:
    call_command("load_example")
    return capsys.readouterr().out


@pytest.fixture
def quickly_analysed(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    load_quickly(monkeypatch)


@pytest.fixture
def not_yet_analysed(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Everything but the landscapes, which take the most time."""
    monkeypatch.setattr("meervoud_web.meerdam.held._analyse", lambda *given, **more: None)
    call_command("load_example")
    return capsys.readouterr().out


def main_challenge() -> Challenge:
    return Challenge.objects.get(title=plan.CHALLENGE.title)


def counts() -> dict[str, int]:
    return {
        model.__name__: model.objects.count()  # type: ignore[attr-defined]
        for model in (Person, Municipality, Challenge, Conversation, GroupName, Analysis, Round, Submission)
    }


def test_the_example_is_open_analysed_and_named_and_a_second_run_changes_nothing(
    meerdam: str, client: Client
) -> None:
    challenge = main_challenge()
    assert challenge.is_public
    home, hours = (Conversation.objects.get(title=planned.title) for planned in ROUNDS)
    verdicts = {}
    for conversation in (home, hours):
        for audience in Audience:
            found = analyses.newest_result(audience, conversation.pk)
            assert found is not None
            verdicts[conversation.pk, audience] = json.loads(analyses.record_of(found))["structure"]["verdict"]
    assert {verdicts[home.pk, audience] for audience in Audience} == {"groups"}
    assert {verdicts[hours.pk, audience] for audience in Audience} == {"none"}
    for audience in Audience:
        names = GroupName.objects.filter(conversation=home, audience=audience).values_list("name", flat=True)
        assert {name.lower() for name in names} == set(plan.HOME_SIZES)
    page = client.get(home.get_absolute_url())
    assert page.status_code == 200
    assert "Ik heb niemand" in page.content.decode()
    assert "Wat is er veranderd sinds gisteren?" in page.content.decode()
    before = counts()
    call_command("load_example")
    assert counts() == before


def test_everybody_can_take_part_at_once_from_the_front_page(not_yet_analysed: str, client: Client) -> None:
    round_ = Round.objects.get(code=alive.CODE)
    address = f'href="/r/{alive.CODE}/"'
    for page in (
        "/",
        main_challenge().get_absolute_url(),
        round_.conversation.get_absolute_url(),
    ):
        assert address in client.get(page, follow=True).content.decode(), page
    statement = round_.conversation.statements.exclude(is_moderated=True).first()
    sent = send(device_client(), f"/r/{alive.CODE}/stelling/", round_, stelling=statement.pk, reactie="eens")
    assert sent.status_code == 303
    assert Receipt.objects.filter(participation__way=Way.DEVICE).count() == 1


def test_those_who_read_find_something_of_everything(not_yet_analysed: str) -> None:
    waiting = Submission.objects.filter(state=SubmissionState.WAITING)
    assert (waiting.count(), sum(one.is_late for one in waiting)) == (3, 1)
    assert Appeal.objects.filter(is_granted=None).count() == 1
    assert HelpRequest.objects.filter(closed_at=None).count() == 1
    cards = PaperCard.objects.order_by("number")
    typed = [(card.second is not None, card.participation_id is not None) for card in cards]
    assert typed == [(True, True), (True, False), (False, False)]
    assert ModerationEntry.objects.count() == 4
    answered = Round.objects.get(state=State.ANSWERED)
    assert answered.conversation.title == ROUNDS[1].title


def test_what_waits_was_refused_or_asks_for_help_is_on_no_public_page_of_the_example(
    quickly_analysed: None, client: Client
) -> None:
    result, code = Round.objects.get(code=alive.CODE).conversation.get_absolute_url(), alive.CODE
    pages = (
        "/", main_challenge().get_absolute_url(), result, f"{result}stellingen/", f"{result}insluiten/",
        f"{result}bestand/stellingen.csv", f"{result}bestand/meningenlandschap.json", f"/r/{code}/",
        f"/r/{code}/logboek/", f"/r/{code}/spelregels/",
    )  # fmt: skip
    private = [alive.PERSONAL, alive.REFUSED[0], alive.HELP, alive.CONTACT, alive.APPEAL, alive.MERGED[0]]
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200, page
        said = response.content.decode()
        assert [words for words in (*private, *dict(alive.WAITING)) if words in said] == [], page


def test_every_role_has_a_log_in_that_works_and_is_told(not_yet_analysed: str, client: Client) -> None:
    assert plan.PASSWORD in not_yet_analysed
    for account in plan.ACCOUNTS:
        assert account.email in not_yet_analysed
        assert client.login(username=account.email, password=plan.PASSWORD)
    assert {account.role for account in plan.ACCOUNTS} == set(Role)


@pytest.mark.django_db
def test_the_example_is_left_out_where_something_is_already() -> None:
    Person.objects.create_person(email="iemand@example.org", name="Iemand")
    call_command("load_example", "--if-empty")
    assert not Challenge.objects.exists()


@pytest.mark.django_db
def test_loading_that_was_broken_off_goes_on_at_the_next_start(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    monkeypatch.setattr("meervoud_web.meerdam.held._hold", lambda planned, **_: steps.append(planned.round.title))
    call_command("load_example")
    call_command("load_example", "--if-empty")
    assert steps == [planned.title for planned in reversed(ROUNDS)] * 2
