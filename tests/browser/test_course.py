"""The course in a browser: an assumption breaks, and what hangs on it is there to be looked at again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from meervoud_web.challenges.models import Challenge
from meervoud_web.course import actions
from meervoud_web.course.models import Finding, Quality
from meervoud_web.people.models import Person, Role
from tests.browser.conftest import OpenPage, ShutsOut
from tests.web.conftest import MakePerson
from tests.web.course.making import assumed, chosen

HERE = "/opgaven/samen/koers/"


@pytest.fixture
def bas(transactional_db: None, administrator: Person, make_person: MakePerson) -> Person:
    """Who finds a course in which one piece of evidence waits for a second judge."""
    challenge = Challenge.objects.create(title="Samen langer thuis", slug="samen", question="?", is_public=True)
    line = actions.add_main_line(challenge, by=administrator, sentence="Dichtbij eerst.", why="", sources=[])
    network = assumed(challenge, "Het netwerk neemt twee uur over", by=administrator, main_line=line)
    first = chosen(challenge, "Minder uren", by=administrator, on=[network])
    chosen(challenge, "Geld naar coaches", by=administrator, builds_on=[first])
    seen = actions.bring_evidence(
        network, by=administrator, text="Het was een half uur.", source="dagboekjes", sources=[]
    )
    actions.judge(seen, by=administrator, finding=Finding.STRAW_AGAINST, quality=Quality.SEEN)
    return make_person(Role.CHALLENGE_MANAGER, name="Bas")


def test_the_second_judge_breaks_an_assumption_and_two_choices_are_there_to_reconsider(
    open_page: OpenPage, shuts_out: ShutsOut, bas: Person
) -> None:
    page = open_page("/opgaven/samen/", person=bas)
    page.get_by_role("link", name="Weeg een aanwijzing bij").click()
    page.get_by_label("Dit moest er zijn als de aanname klopt, en het is er niet.").check()
    page.get_by_label("geteld of nagegaan").check()
    page.get_by_role("button", name="Bewaar mijn oordeel").click()
    expect(page.locator(".big-stand")).to_contain_text("gebroken")
    expect(page.locator(".reopen .again > li")).to_have_count(2)
    assert shuts_out(page) == []
    page.goto(HERE)
    assert shuts_out(page) == []
    page.locator(".reopen").get_by_role("link", name="Minder uren", exact=True).first.click()
    page.get_by_role("link", name="Heroverweeg deze keuze").click()
    page.get_by_label("wij nemen haar terug").check()
    page.get_by_label("Waarom?").fill("Het netwerk kan dit niet dragen.")
    page.get_by_role("button", name="Bewaar de heroverweging").click()
    expect(page.get_by_text("Wij nemen haar terug.")).to_be_visible()
    page.goto(HERE)
    expect(page.locator(".reopen .again > li")).to_have_count(1)
