"""Twenty seconds after a talk, on a phone: a note, and out of it a promise that somebody waits for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from meervoud_web.challenges import actions
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person
from tests.browser.conftest import NARROW, OpenPage, ShutsOut


@pytest.fixture
def challenge(transactional_db: None, administrator: Person) -> Challenge:
    text = actions.ChallengeText(title="Samen langer thuis", question="Hoe blijven mensen thuis?", is_public=True)
    return actions.start_challenge(by=administrator, text=text)


def test_a_note_on_a_phone_becomes_a_promise_that_waits_for_its_keeper(
    open_page: OpenPage, shuts_out: ShutsOut, challenge: Challenge, administrator: Person
) -> None:
    page = open_page("/", mode=NARROW, person=administrator)
    page.click("text=Noteer bij Samen langer thuis")
    page.fill("textarea", "Sprak een mevrouw op de markt. Beloofd: ik bel de woningcorporatie.")
    page.click("text=Bewaar de notitie")
    for summary in page.query_selector_all("main details:not([open]) > summary"):
        summary.click()
    assert shuts_out(page) == []
    expect(page.locator("[name=promise-what]")).to_have_value("Ik bel de woningcorporatie.")
    page.click("text=Leg de toezegging vast")
    expect(page.locator(".thread")).to_contain_text("Sprak een mevrouw op de markt.")
    page.goto("/wacht-op-mij/")
    expect(page.locator(".rows")).to_contain_text("Ik bel de woningcorporatie.")
    assert shuts_out(page) == []
