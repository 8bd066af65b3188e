"""A card counts once two looks agree; who helps somebody gives them a code; it all says where it came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from meervoud_web.conversations.models import Vote
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import follow_hash
from meervoud_web.rounds.models import PaperCard, Participation, Receipt, Round, State
from meervoud_web.rounds.queries.paper import differences, last_look, paper_work
from tests.web.rounds.making import open_round, statement_ids
from tests.web.rounds.test_reactions import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    return open_round()


@pytest.fixture
def helper(make_person: Callable[..., Person]) -> Person:
    return make_person(Role.FACILITATOR)


@pytest.fixture
def browser(helper: Person, client_of: Callable[[Person], Client]) -> Client:
    return client_of(helper)


def ticked(round_: Round, *values: int | None) -> dict[int, tuple[int, bool]]:
    pairs = zip(statement_ids(round_), values, strict=True)
    return {key: (value, False) for key, value in pairs if value is not None}


def type_in(round_: Round, number: int, ticks: dict[int, tuple[int, bool]], *, by: Person) -> PaperCard:
    """Type a card in, knowing of every look at it so far."""
    return actions.type_in(round_, number=number, ticks=ticks, by=by, after=last_look(round_, number))


def counted() -> list[int]:
    return list(Vote.objects.order_by("statement_id").values_list("value", flat=True))


def typed(browser: Client, round_: Round, number: int, *values: str, after: str | None = None) -> Any:
    data = {f"says-{key}": value for key, value in zip(statement_ids(round_), values, strict=True)}
    data["after"] = last_look(round_, number) if after is None else after
    return browser.post(reverse("rounds:card", args=[round_.pk, number]), data, follow=True)


def test_a_card_counts_after_the_second_look_that_is_the_same(round_: Round, helper: Person) -> None:
    type_in(round_, 7, ticked(round_, 1, -1, None), by=helper)
    assert counted() == []
    assert paper_work(round_).once == (7,)
    card = type_in(round_, 7, ticked(round_, 1, -1, None), by=helper)
    assert counted() == [1, -1]
    assert card.participation is not None
    assert (card.participation.way, card.participation.entered_by) == ("paper", helper)
    assert Receipt.objects.filter(participation=card.participation).count() == 2
    assert paper_work(round_).counting == (7,)


def test_two_looks_that_differ_wait_for_a_third(round_: Round, helper: Person) -> None:
    first, *_ = statement_ids(round_)
    type_in(round_, 1, ticked(round_, 1, 0, None), by=helper)
    type_in(round_, 1, ticked(round_, -1, 0, None), by=helper)
    assert (counted(), differences(round_, 1)) == ([], frozenset({first}))
    type_in(round_, 1, ticked(round_, 0, 0, None), by=helper)
    assert (counted(), differences(round_, 1)) == ([], frozenset({first}))
    type_in(round_, 1, ticked(round_, -1, 0, None), by=helper)
    assert counted() == [-1, 0]


def test_a_mark_of_importance_is_part_of_a_look(round_: Round, helper: Person) -> None:
    key = statement_ids(round_)[0]
    type_in(round_, 1, {key: (1, True)}, by=helper)
    type_in(round_, 1, {key: (1, False)}, by=helper)
    assert counted() == []


def test_a_card_that_counts_cannot_be_typed_in_again(round_: Round, helper: Person) -> None:
    for _ in range(2):
        type_in(round_, 1, ticked(round_, 1, 1, 1), by=helper)
    with pytest.raises(actions.CardCountsAlreadyError):
        type_in(round_, 1, ticked(round_, -1, -1, -1), by=helper)
    assert counted() == [1, 1, 1]


def test_cards_may_be_typed_in_after_closing_but_not_after_the_answer(round_: Round, helper: Person) -> None:
    Round.objects.filter(pk=round_.pk).update(state=State.CLOSED)
    for _ in range(2):
        type_in(round_, 1, ticked(round_, 1, 1, 1), by=helper)
    assert counted() == [1, 1, 1]
    Round.objects.filter(pk=round_.pk).update(
        state=State.ANSWERED, answer="Gedaan.", answered_at="2026-01-01T00:00Z"
    )
    with pytest.raises(actions.RoundIsNotOpenError):
        type_in(round_, 2, ticked(round_, 1, 1, 1), by=helper)
    assert not PaperCard.objects.filter(number=2).exists()


def test_who_is_helped_gets_a_follow_code_and_is_counted_as_helped(round_: Round, helper: Person) -> None:
    code = actions.take_part_with_help(round_, ticks=ticked(round_, 1, None, -1), by=helper, request_id=uuid4())
    mine = Participation.objects.get()
    assert (mine.way, mine.entered_by, mine.follow_hash) == ("helped", helper, follow_hash(code))
    assert counted() == [1, -1]


def test_the_page_never_shows_the_first_look_to_the_second(browser: Client, round_: Round) -> None:
    assert "Dit is de eerste keer" in browser.get(reverse("rounds:card", args=[round_.pk, 3])).text
    assert "Na de tweede keer telt de kaart mee" in typed(browser, round_, 3, "1", "-1", "").text
    page = browser.get(reverse("rounds:card", args=[round_.pk, 3])).text
    assert "Dit is de tweede keer" in page
    assert re.findall(r'value="([^"]*)"[^>]*checked', page) == ["", "", ""]
    assert "anders ingetypt" in typed(browser, round_, 3, "1", "1", "").text
    assert "Hier verschilden de twee keren" in browser.get(reverse("rounds:card", args=[round_.pk, 3])).text
    assert "telt nu mee" in typed(browser, round_, 3, "1", "-1", "").text
    assert counted() == [1, -1]


def test_an_empty_card_or_an_unknown_tick_is_refused(browser: Client, round_: Round) -> None:
    assert "nog niets aangekruist" in typed(browser, round_, 1, "", "", "").text
    assert typed(browser, round_, 1, "7", "", "").status_code == 422
    assert not PaperCard.objects.exists()


def test_the_code_of_who_is_helped_is_shown_and_kept_nowhere(browser: Client, round_: Round) -> None:
    address = reverse("rounds:help_somebody", args=[round_.pk])
    request_id = re.findall(r'name="request_id" value="([^"]+)"', browser.get(address).text)[0]
    data = {f"says-{statement_ids(round_)[0]}": "1", "request_id": request_id}
    answer = browser.post(address, data)
    assert "no-store" in answer["Cache-Control"]
    code = answer.text.split('class="follow-code">')[1].split("<")[0]
    assert Participation.objects.get().follow_hash == follow_hash(code)
    assert code in browser.post(address, data).text
    assert Participation.objects.count() == 1, "a second click is no second person"
    assert browser.post(address, {**data, "request_id": ""}).status_code == 422


def test_a_second_click_is_no_second_look(browser: Client, round_: Round) -> None:
    typed(browser, round_, 3, "1", "-1", "", after="")
    assert "net al ingetypt" in typed(browser, round_, 3, "1", "-1", "", after="").text
    assert (paper_work(round_).once, counted()) == ((3,), [])
    assert typed(browser, round_, 3, "1", "-1", "", after="x" * 50).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_one_look_sent_ten_times_at_once_is_one_look(make_person: Callable[..., Person]) -> None:
    round_, helper = open_round(), make_person(Role.FACILITATOR)
    ticks, request_id = ticked(round_, 1, 1, 1), uuid4()
    at_once([lambda: actions.type_in(round_, number=1, ticks=ticks, by=helper, after="")] * 10)
    assert paper_work(round_).once == (1,)
    found = at_once(
        [lambda: actions.take_part_with_help(round_, ticks=ticks, by=helper, request_id=request_id)] * 10
    )
    assert len(set(found)) == Participation.objects.count() == 1


def test_a_number_leads_to_its_card_and_cards_are_printed(browser: Client, round_: Round) -> None:
    found = browser.get(reverse("rounds:paper", args=[round_.pk]), {"number": "12"})
    assert found["Location"] == reverse("rounds:card", args=[round_.pk, 12])
    pdf = browser.get(reverse("rounds:cards", args=[round_.pk]), {"first": "3", "last": "4"})
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    for wrong in ({"first": "5", "last": "4"}, {"first": "1", "last": "101"}, {"first": "0", "last": "1"}, {}):
        assert browser.get(reverse("rounds:cards", args=[round_.pk]), wrong).status_code == 404


def test_who_is_helped_hears_first_what_is_fixed_and_who_decides(browser: Client, round_: Round) -> None:
    page = browser.get(reverse("rounds:help_somebody", args=[round_.pk])).text
    for said in (round_.fixed, round_.negotiable, round_.decider, round_.how_heard, "geen telling van personen"):
        assert said in page.partition('name="says-')[0]


def test_a_card_says_first_what_is_fixed_and_who_decides(
    browser: Client, round_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    def as_words(_request: HttpRequest, template: str, context: dict[str, Any], **_more: Any) -> HttpResponse:
        return HttpResponse(render_to_string(template, context))

    monkeypatch.setattr("meervoud_web.rounds.pages.paper.print_page", as_words)
    page = browser.get(reverse("rounds:cards", args=[round_.pk]), {"first": 1, "last": 2}).text
    for said in (round_.fixed, round_.negotiable, round_.decider, round_.how_heard):
        assert page.partition("<table>")[0].count(said) == 1
    assert "Lever deze kaart in" not in page
    Round.objects.update(hand_in_at="bij de balie", hand_in_by="2030-12-24")
    page = browser.get(reverse("rounds:cards", args=[round_.pk]), {"first": 1, "last": 2}).text
    assert (
        page.count("Lever deze kaart in: bij de balie.") == page.count("Dat kan tot en met 24 december 2030.") == 2
    )
