"""The page of a round that runs goes along by itself, unless one does not want that, and keeps one's place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations.queries.votes import FEWEST_VOTES
from meervoud_web.live import pages
from meervoud_web.people.models import Role
from meervoud_web.rounds.models import Round
from tests.browser.conftest import NARROW, OpenPage, ShutsOut
from tests.web.conftest import MakePerson
from tests.web.rounds.making import open_round
from tests.web.rounds.moving import PEOPLE, TEXTS, let_react, work

SOON = 8_000


@pytest.fixture(autouse=True)
def _soon(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of these tests cannot keep a stream open, so the browser asks again; here, soon."""
    Municipality.objects.create(pk=1, name="Meerdam")
    monkeypatch.setattr(pages, "ASK_AGAIN_MILLISECONDS", 300)


@pytest.fixture
def round_(_soon: None) -> Round:
    made = open_round(statements=TEXTS)
    let_react(made, range(PEOPLE))
    work()
    work()
    return made


def move(round_: Round) -> None:
    let_react(round_, range(100, 106))
    work()
    work()


def say_on_a_phone(page: Page, *, words: str) -> None:
    """React as often as it takes to be in the result for everyone, and give a statement of one's own."""
    page.get_by_role("button", name="Doe mee").click()
    for _time in range(FEWEST_VOTES):
        page.get_by_role("button", name="Eens", exact=True).click()
    page.get_by_role("link", name="Zelf een stelling geven").click()
    page.get_by_label("Uw stelling").fill(words)
    page.get_by_role("button", name="Verstuur uw stelling").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw stelling is binnen")


def newest_of(page: Page) -> str | None:
    return page.locator("[data-moving]").get_attribute("data-newest")


def test_the_result_page_changes_by_itself_says_so_and_keeps_ones_place(
    open_page: OpenPage, round_: Round
) -> None:
    page = open_page(f"/stellingenrondes/{round_.conversation_id}/", mode=NARROW)
    expect(page.locator(".amounts").first).to_contain_text(f"{PEOPLE} mensen")
    link = page.get_by_role("link", name="Zo is dit berekend")
    link.focus()
    page.get_by_text("Bekijk de tekening als tabel").click()
    link.focus()
    expect(link).to_be_in_viewport()
    move(round_)
    expect(page.locator(".amounts").first).to_contain_text(f"{PEOPLE + 6} mensen", timeout=SOON)
    expect(page.locator("[data-moving-said]")).to_have_text("Het meningenlandschap is bijgewerkt")
    expect(page.get_by_role("link", name="Zo is dit berekend")).to_be_focused()
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("link", name="Zo is dit berekend")).to_be_in_viewport()


def test_what_a_resident_says_on_a_phone_and_a_moderator_accepts_moves_the_open_result_page(
    open_page: OpenPage, round_: Round, make_person: MakePerson
) -> None:
    result = open_page(f"/stellingenrondes/{round_.conversation_id}/")
    expect(result.locator(".amounts").first).to_contain_text(f"{PEOPLE} mensen")
    say_on_a_phone(open_page(f"/r/{round_.code}/", mode=NARROW), words="De bus moet ook na tien uur rijden.")
    desk = open_page(f"/rondes/{round_.pk}/lezen/", person=make_person(Role.FACILITATOR))
    desk.get_by_role("button", name=re.compile("Laat meedoen.*De bus")).click()
    expect(desk.locator(".message-success")).to_have_text("De stelling doet mee.")
    let_react(round_, range(100, 104))
    work()
    work()
    expect(result.locator(".amounts").first).to_contain_text(f"{PEOPLE + 5} mensen", timeout=SOON)
    expect(result.locator(".amounts").first).to_contain_text(f"{len(TEXTS) + 1} stellingen")


def test_who_ticks_not_by_itself_sees_nothing_move_until_they_ask(open_page: OpenPage, round_: Round) -> None:
    page = open_page(f"/stellingenrondes/{round_.conversation_id}/")
    page.get_by_label("Niet vanzelf bijwerken").check()
    before = newest_of(page)
    move(round_)
    expect(page.locator("[data-moving-said]")).to_have_text("Er is een nieuwer meningenlandschap", timeout=SOON)
    assert newest_of(page) == before
    page.get_by_role("link", name="Bijwerken").click()
    expect(page.locator(".amounts").first).to_contain_text(f"{PEOPLE + 6} mensen")
    expect(page.get_by_label("Niet vanzelf bijwerken")).to_be_checked()


def test_without_a_script_a_link_does_the_same(open_page: OpenPage, round_: Round) -> None:
    page = open_page(f"/stellingenrondes/{round_.conversation_id}/", javascript=False)
    expect(page.get_by_label("Niet vanzelf bijwerken")).to_be_hidden()
    move(round_)
    page.get_by_role("link", name="Bijwerken").click()
    expect(page.locator(".amounts").first).to_contain_text(f"{PEOPLE + 6} mensen")


def test_who_waits_for_the_first_result_is_brought_to_it(open_page: OpenPage) -> None:
    made = open_round(statements=TEXTS)
    page = open_page(f"/stellingenrondes/{made.conversation_id}/")
    expect(page.get_by_text("Zodra minstens vijf mensen")).to_be_visible()
    let_react(made, range(PEOPLE))
    work()
    work()
    expect(page.locator(".amounts").first).to_contain_text(f"{PEOPLE} mensen", timeout=SOON)


def test_nothing_shuts_people_out_of_a_round_that_runs(
    open_page: OpenPage, shuts_out: ShutsOut, round_: Round
) -> None:
    assert shuts_out(open_page(f"/stellingenrondes/{round_.conversation_id}/")) == []
    assert shuts_out(open_page(f"/stellingenrondes/{round_.conversation_id}/insluiten/")) == []
