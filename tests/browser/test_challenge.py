"""The page of a challenge and what hangs on it, for everybody: small screens, large letters, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from meervoud_web.challenges import actions
from meervoud_web.challenges.models import Challenge, Part, Status
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person, Role
from tests.browser.conftest import OpenPage, ShutsOutAnywhere
from tests.web.conftest import MakePerson

HERE = "/opgaven/samen-langer-thuis/"
PAGES = {
    "challenge": HERE,
    "thread": f"{HERE}draad/challenge/{{pk}}/",
    "timeline": f"{HERE}tijdlijn/",
    "question": f"{HERE}vraag/",
    "change the question": f"{HERE}vraag/veranderen/",
    "turn": f"{HERE}beweging/",
    "people": f"{HERE}mensen/",
    "load": "/opgaven/mensen/",
    "dossier": f"{HERE}dossier/",
}


@pytest.fixture
def challenge(transactional_db: None, administrator: Person, make_person: MakePerson) -> Challenge:
    """A challenge with a little of everything."""
    text = actions.ChallengeText(title="Samen langer thuis", question="Hoe blijven mensen thuis?", is_public=True)
    begun = actions.start_challenge(by=administrator, text=text)
    actions.ask_differently(
        begun,
        by=administrator,
        question="Hoe blijven mensen met elkaar goed thuis wonen?",
        reason="Het gaat niet alleen om zorg.",
        sources=[thing_of(begun)],
        version=1,
    )
    actions.turn_to(begun, by=administrator, status=Status.TRY, why="Genoeg gepraat.", version=2)
    partner = make_person(Role.PARTNER, name="Petra Partner-van der Heuvel-Rijnders")
    actions.involve(
        partner, challenge=begun, role=Part.PARTNER, by=administrator, organisation="Thuiszorg De Merel"
    )
    return begun


def test_nothing_on_the_pages_of_a_challenge_shuts_people_out(
    shuts_out_anywhere: ShutsOutAnywhere, challenge: Challenge, administrator: Person
) -> None:
    addresses = {name: address.format(pk=challenge.pk) for name, address in PAGES.items()}
    assert shuts_out_anywhere(addresses, person=administrator) == []


def test_the_question_changes_and_everybody_reads_why(
    open_page: OpenPage, challenge: Challenge, administrator: Person
) -> None:
    page = open_page(HERE, person=administrator)
    page.click("text=Vraag veranderen")
    page.fill("[name=question]", "Wie zorgt er voor wie zorgt?")
    page.fill("[name=reason]", "Dat hoorden wij in elk gesprek.")
    page.click("main button[type=submit]")
    visitor = open_page(HERE)
    visitor.click("text=Versie 3")
    expect(visitor.locator(".questions > li").first).to_contain_text("Dat hoorden wij in elk gesprek.")
    visitor.locator(".questions > li").first.get_by_text("Waar dit vandaan komt").click()
    expect(visitor.locator(".thread-middle")).to_contain_text("Wie zorgt er voor wie zorgt?")
