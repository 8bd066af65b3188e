"""Meerdam: what was planted is found again, and nothing that was not planted."""

from __future__ import annotations

import json
from collections import Counter

import numpy as np
import pytest
from django.core.management import call_command
from django.test import Client

from meervoud import landscape
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.conversations.models import Audience, Conversation, GroupName
from meervoud_web.meerdam import alive, content, plan
from meervoud_web.meerdam.residents import Simulated
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


@pytest.fixture(scope="module")
def residents() -> Simulated:
    return plan.living_at_home_votes()


@pytest.fixture(scope="module")
def result(residents: Simulated) -> landscape.Landscape:
    return landscape.analyse(residents.votes)


# --- the content --------------------------------------------------------------------------------------------


def test_statements_are_short_and_said_once() -> None:
    for planned in ROUNDS:
        texts = [planted.text for planted in planned.statements]
        assert all(0 < len(text) <= 140 for text in texts)
        assert len(set(texts)) == len(texts)


def test_nobody_is_addressed_too_familiarly() -> None:
    words = {
        word.strip(".,!?‘’").lower()
        for planned in ROUNDS
        for one in planned.statements
        for word in one.text.split()
    }
    assert not words & {"je", "jij", "jou", "jouw"}


def test_the_groups_have_the_sizes_that_were_planned(residents: Simulated) -> None:
    assert Counter(residents.group_of.values()) == Counter(plan.HOME_SIZES)
    assert sum(plan.HOME_SIZES.values()) == 1200


def test_copied_accounts_stand_apart_from_the_residents(residents: Simulated) -> None:
    assert len(residents.copies) == 9
    assert not residents.copies & residents.group_of.keys()


def test_some_see_a_little_and_some_see_everything(residents: Simulated) -> None:
    each = np.diff(residents.votes.indptr)
    assert 18 <= np.median(each) <= 30
    assert np.mean(each < 7) > 0.02
    assert np.mean(each >= 60) > 0.08


def test_reactions_come_in_over_three_weeks_and_late_statements_get_few(residents: Simulated) -> None:
    votes = residents.votes
    assert votes.times is not None
    days = (votes.times.max() - votes.times.min()) / 86_400_000
    assert 18 <= days <= 22
    reactions = np.bincount(votes.columns, minlength=len(votes.statements))
    late = [votes.statements.index(number) for number in content.living_at_home().of_kind(content.LATE)]
    assert reactions[late].max() < 0.6 * np.median(reactions)


def test_the_same_seed_gives_the_same_residents() -> None:
    first, second = plan.opening_hours_votes(), plan.opening_hours_votes()
    assert np.array_equal(first.votes.values, second.votes.values)
    assert first.group_of == second.group_of


# --- what the engine makes of it ----------------------------------------------------------------------------


def test_the_four_planted_groups_are_found(residents: Simulated, result: landscape.Landscape) -> None:
    assert result.structure.verdict == "groups"
    assert result.structure.k == 4
    each = dict(zip(residents.votes.participants, np.diff(residents.votes.indptr), strict=True))
    told = [person for person in residents.group_of if each[person] >= 7]
    truth = [residents.group_of[person] for person in told]
    found = [result.members[person].group for person in told]
    assert adjusted_rand(truth, found) >= 0.9


def test_shared_points_were_planted_as_such(result: landscape.Landscape) -> None:
    shared = content.living_at_home().of_kind(content.SHARED)
    best = [bridge.statement for bridge in result.bridges[:10]]
    assert len(set(best) & shared) >= 9


def test_divides_were_planted_as_such(result: landscape.Landscape) -> None:
    planned = content.living_at_home()
    apart = planned.of_kind(content.DIVIDING) | planned.of_kind(content.MINORITY)
    assert {divide.statement for divide in result.divides[:10]} <= apart


def test_the_voices_of_both_small_groups_are_heard(residents: Simulated, result: landscape.Landscape) -> None:
    minority = content.living_at_home().of_kind(content.MINORITY)
    names = names_of(residents, result)
    heard = {(names[voice.group], voice.statement) for voice in result.minority_voices}
    for name in ("wij trekken het niet meer", "ik heb niemand"):
        assert len({statement for group, statement in heard if group == name} & minority) >= 4


def test_the_copied_accounts_are_listed_and_nobody_else(residents: Simulated, result: landscape.Landscape) -> None:
    listed = {person for suspicion in result.suspicious for person in suspicion.participants}
    assert listed == residents.copies


def test_what_came_late_is_undecided_or_not_claimed(result: landscape.Landscape) -> None:
    late = content.living_at_home().of_kind(content.LATE)
    assert late & {one.statement for one in result.undecided}


def test_moderated_statements_count_and_stay_out_of_all_else(result: landscape.Landscape) -> None:
    out = {planted.number for planted in content.living_at_home().statements if planted.is_moderated}
    assert {tally.statement for tally in result.tallies if tally.moderated} == out
    assert not out & {bridge.statement for bridge in result.bridges}


def test_where_no_groups_were_planted_none_are_found() -> None:
    assert landscape.analyse(plan.opening_hours_votes().votes).structure.verdict == "none"


# --- the command --------------------------------------------------------------------------------------------


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
    monkeypatch.setattr("meervoud_web.meerdam.actions._analyse", lambda *given, **more: None)
    call_command("load_example")
    return capsys.readouterr().out


def counts() -> dict[str, int]:
    return {
        model.__name__: model.objects.count()  # type: ignore[attr-defined]
        for model in (Person, Municipality, Challenge, Conversation, GroupName, Analysis, Round, Submission)
    }


def test_the_example_is_open_analysed_and_named_and_a_second_run_changes_nothing(
    meerdam: str, client: Client
) -> None:
    challenge = Challenge.objects.get()
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
    before = counts()
    call_command("load_example")
    assert counts() == before


def test_everybody_can_take_part_at_once_from_the_front_page(not_yet_analysed: str, client: Client) -> None:
    round_ = Round.objects.get(code=alive.CODE)
    address = f'href="/r/{alive.CODE}/"'
    for page in ("/", Challenge.objects.get().get_absolute_url(), round_.conversation.get_absolute_url()):
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
        "/", Challenge.objects.get().get_absolute_url(), result, f"{result}stellingen/", f"{result}insluiten/",
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
    monkeypatch.setattr(
        "meervoud_web.meerdam.actions._hold", lambda planned, **_: steps.append(planned.round.title)
    )
    call_command("load_example")
    call_command("load_example", "--if-empty")
    assert steps == [planned.title for planned in reversed(ROUNDS)] * 2


# --- counting -----------------------------------------------------------------------------------------------


def names_of(residents: Simulated, result: landscape.Landscape) -> dict[str, str]:
    """Return the planted group from which most of each found group comes."""
    names: dict[str, Counter[str]] = {}
    for person, planted in residents.group_of.items():
        group = result.members[person].group
        if group is not None:
            names.setdefault(group, Counter())[planted] += 1
    return {group: planted.most_common(1)[0][0] for group, planted in names.items()}


def adjusted_rand(one: list[str], other: list[str | None]) -> float:
    """Return the adjusted Rand index of two ways to divide the same people (Hubert & Arabie 1985)."""
    cells, rows, columns = (pairs(Counter(labels)) for labels in (zip(one, other, strict=True), one, other))
    expected = rows * columns / (len(one) * (len(one) - 1) / 2)
    return (cells - expected) / ((rows + columns) / 2 - expected)


def pairs(sizes: Counter[object]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes.values())
