"""Four sides of a challenge, on a phone and on one sheet of paper; nobody is shut out of the pictures."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.models import Challenge
from meervoud_web.framings.models import Framing
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.sides import tell_sides
from meervoud_web.meerdam.story import tell_story
from meervoud_web.people.models import Person
from tests.browser.conftest import NARROW, OpenPage, ShutsOut, ShutsOutAnywhere

PAGES = {
    "framing": "kijken/{pk}/",
    "begin": "kijken/nieuw/",
    "rewrite": "kijken/{pk}/herschrijven/",
    "judging": "project-of-opgave/",
    "role": "rol-van-de-overheid/",
}


@pytest.fixture
def challenge(transactional_db: None) -> Challenge:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    begun = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    tell_story(begun, people=people, today=today)
    tell_sides(begun, people=people, today=today)
    return begun


@pytest.fixture
def partner(challenge: Challenge) -> Person:
    return Person.objects.get(email="partner@meerdam.example")


def test_four_sides_stand_under_one_another_on_a_phone_and_beside_one_another_on_one_sheet(
    open_page: OpenPage, shuts_out: ShutsOut, challenge: Challenge, partner: Person
) -> None:
    page = open_page(f"{challenge.get_absolute_url()}kijken/", mode=NARROW, person=partner)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW.width
    lefts = page.eval_on_selector_all(".side", "sides => sides.map(side => side.getBoundingClientRect().left)")
    assert len(lefts) == 4
    assert len(set(lefts)) == 1
    assert "Het gaat niet om verslagen." in page.inner_text(".side-contested")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    assert shuts_out(page) == []


@pytest.mark.deep
def test_nothing_on_the_pages_of_framings_shuts_people_out(
    shuts_out_anywhere: ShutsOutAnywhere, challenge: Challenge, partner: Person
) -> None:
    pk = Framing.objects.get(holder=partner).pk
    addresses = {name: challenge.get_absolute_url() + page.format(pk=pk) for name, page in PAGES.items()}
    assert shuts_out_anywhere(addresses, person=partner) == []
