"""From a file to a result that anyone can read: by mouse, by keyboard, without JavaScript, in any mode."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.conversations import actions
from meervoud_web.conversations.models import Conversation
from meervoud_web.conversations.queries.exports import polis_zip
from meervoud_web.people.models import Person, Role
from tests.browser.conftest import NARROW, OpenPage, ShutsOut, ShutsOutAnywhere
from tests.web.conftest import MakePerson
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.ready import by_hand_ready, ready, run_all

UPLOAD = "/opgaven/samen-langer-thuis/stellingenrondes/nieuw/"


@pytest.fixture(autouse=True)
def _meerdam(transactional_db: None) -> None:
    Municipality.objects.create(pk=1, name="Meerdam")


@pytest.fixture
def challenge(_meerdam: None) -> Challenge:
    return Challenge.objects.create(
        title="Samen langer thuis",
        slug="samen-langer-thuis",
        question="Hoe worden wij prettig oud in onze eigen buurt?",
        is_public=True,
    )


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


@pytest.fixture
def round_(challenge: Challenge) -> Conversation:
    return ready(challenge, votes_of_two_groups(), public=True)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.zip"
    path.write_bytes(polis_zip(votes_of_two_groups(), how_hard=""))
    return path


def fill_in(page: Page, export: Path) -> None:
    page.get_by_label("Titel").fill("Wat helpt u om thuis te wonen?")
    page.get_by_label("eenmalige codes").check()
    page.get_by_label("Bestand").set_input_files(export)
    page.get_by_role("button", name="Lees de reacties in").click()


def test_an_upload_becomes_a_result_by_itself(
    open_page: OpenPage, challenge: Challenge, manager: Person, export: Path
) -> None:
    page = open_page(UPLOAD, person=manager)
    fill_in(page, export)
    expect(page.get_by_role("progressbar")).to_be_visible()
    run_all()
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        re.compile("groepen|Mensen verschillen|We kunnen niet"), timeout=15_000
    )
    assert page.url.endswith(f"/stellingenrondes/{Conversation.objects.get().pk}/")
    expect(page.get_by_text("Elke uitgegeven code telde één keer")).to_be_visible()


def test_an_upload_becomes_a_result_without_javascript(
    open_page: OpenPage, challenge: Challenge, manager: Person, export: Path
) -> None:
    page = open_page(UPLOAD, person=manager, javascript=False)
    fill_in(page, export)
    expect(page.get_by_role("progressbar")).to_be_visible()
    run_all()
    page.wait_for_url(re.compile(r"/stellingenrondes/\d+/$"), timeout=15_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat helpt u om thuis te wonen?")
    page.get_by_text("Bekijk de tekening als tabel").click()
    expect(page.get_by_role("table").first).to_be_visible()


def test_a_file_that_is_wrong_says_where_and_keeps_what_was_filled_in(
    open_page: OpenPage, challenge: Challenge, manager: Person, tmp_path: Path, shuts_out: ShutsOut
) -> None:
    wrong = tmp_path / "reacties.csv"
    wrong.write_text("participant,statement,vote\n1,1,eens\n1,2,misschien\n")
    page = open_page(UPLOAD, person=manager)
    fill_in(page, wrong)
    expect(page.get_by_role("alert")).to_contain_text("reacties.csv, rij 3, kolom vote, daar staat “misschien”")
    expect(page.get_by_label("Titel")).to_have_value("Wat helpt u om thuis te wonen?")
    expect(page.get_by_label("eenmalige codes")).to_be_checked()
    assert shuts_out(page) == []


def test_a_round_is_opened_read_by_anyone_and_closed_by_keyboard_alone(
    open_page: OpenPage, challenge: Challenge, manager: Person
) -> None:
    round_ = ready(challenge, votes_of_two_groups())
    page = open_page(f"/stellingenrondes/{round_.pk}/", person=manager)
    press(page, "Open voor iedereen")
    press(page, "Ja, open voor iedereen")
    expect(page.get_by_text("Iedereen kan deze uitkomst nu lezen")).to_be_visible()
    run_all()

    visitor = open_page("/")
    visitor.get_by_role("link", name="Samen langer thuis").click()
    visitor.get_by_role("link", name="Wat helpt u?").click()
    expect(visitor.get_by_role("heading", name="Wat we delen")).to_be_visible()
    expect(visitor.get_by_text("nieuw, willekeurig nummer")).to_be_visible()

    press(page, "Sluit voor iedereen")
    press(page, "Ja, sluit voor iedereen")
    visitor.reload()
    expect(visitor.get_by_role("heading", name="Wat we delen")).not_to_be_visible()


def test_groups_get_names_that_the_picture_shows(
    open_page: OpenPage, round_: Conversation, manager: Person
) -> None:
    page = open_page(f"/stellingenrondes/{round_.pk}/", person=manager)
    page.get_by_role("link", name="Geef de groepen een naam").click()
    page.get_by_label("Groep A").fill("Samen regelen")
    page.get_by_role("button", name="Bewaar de namen").click()
    expect(page.get_by_role("heading", name="Samen regelen")).to_be_visible()
    expect(page.locator(".landscape-wide svg").get_by_text("Samen").first).to_be_visible()


def test_files_come_along(open_page: OpenPage, round_: Conversation) -> None:
    page = open_page(f"/stellingenrondes/{round_.pk}/")
    for name, suffix in (("De tekening", ".svg"), ("zoals Polis", ".zip"), ("na te rekenen", ".json")):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        assert waiting.value.suggested_filename.endswith(suffix)


def test_nothing_on_a_page_shuts_people_out(
    shuts_out_anywhere: ShutsOutAnywhere, round_: Conversation, manager: Person
) -> None:
    here = f"/stellingenrondes/{round_.pk}/"
    for_everyone = {
        "challenge": "/opgaven/samen-langer-thuis/",
        "result": here,
        "statements": f"{here}stellingen/",
        "list": f"{here}lijst/shared/",
        "computation": f"{here}berekening/",
    }
    for_staff = {
        "challenge": "/opgaven/samen-langer-thuis/",
        "upload": UPLOAD,
        "result": here,
        "preview": f"{here}?voor=iedereen",
        "open": f"{here}openen/",
        "close": f"{here}sluiten/",
        "groups": f"{here}groepen/",
    }
    assert shuts_out_anywhere(for_everyone) == []
    assert shuts_out_anywhere(for_staff, person=manager) == []


def test_nothing_on_the_page_of_a_running_or_failed_analysis_shuts_people_out(
    open_page: OpenPage, shuts_out: ShutsOut, challenge: Challenge, manager: Person
) -> None:
    conversation = actions.import_votes(challenge=challenge, title="Nieuw", votes=votes_of_two_groups())
    actions.analyse_conversation(conversation)
    page = open_page(f"/stellingenrondes/{conversation.pk}/voortgang/", person=manager)
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert shuts_out(page) == []
    Analysis.objects.update(state="failed", error={"code": "unexpected"})
    expect(page.get_by_role("alert")).to_contain_text("De reacties zijn bewaard", timeout=10_000)
    page.reload()
    expect(page.get_by_role("button", name="Bereken opnieuw")).to_be_visible()
    assert shuts_out(page) == []


@pytest.mark.parametrize("verdict", ["spectrum", "none"])
def test_a_result_without_groups_says_so_and_shuts_nobody_out(
    open_page: OpenPage, shuts_out: ShutsOut, challenge: Challenge, verdict: str
) -> None:
    conversation = by_hand_ready(challenge, votes_of_two_groups(), verdict=verdict)
    page = open_page(f"/stellingenrondes/{conversation.pk}/")
    words = {"spectrum": "Mensen verschillen geleidelijk", "none": "Er zijn geen duidelijke groepen"}
    expect(page.get_by_role("heading", name=words[verdict])).to_be_visible()
    expect(page.get_by_role("heading", name="Wat ons verdeelt")).to_have_count(0)
    assert shuts_out(page) == []


def test_a_phone_gets_the_picture_that_fits_it(open_page: OpenPage, round_: Conversation) -> None:
    page = open_page(f"/stellingenrondes/{round_.pk}/", mode=NARROW)
    expect(page.locator(".landscape-tall")).to_be_visible()
    expect(page.locator(".landscape-wide")).to_be_hidden()


def press(page: Page, name: str) -> None:
    """Walk to a link or button with Tab alone, and press Enter."""
    for _ in range(200):
        focused = page.evaluate("document.activeElement.textContent.trim()")
        if focused == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    pytest.fail(f"“{name}” cannot be reached with Tab")
