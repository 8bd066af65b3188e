"""A signal from a phone to the weekly reading, and nobody is shut out on the way."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from meervoud_web.challenges import actions as challenges
from meervoud_web.people.models import Person
from meervoud_web.signals import actions
from meervoud_web.signals.models import Letterbox, Observer
from tests.browser.conftest import NARROW, OpenPage, ShutsOut, ShutsOutAnywhere

HERE = "/opgaven/samen-langer-thuis/"


@pytest.fixture
def box(transactional_db: None, administrator: Person) -> Letterbox:
    text = challenges.ChallengeText(title="Samen langer thuis", question="Hoe dan?", is_public=True)
    return actions.open_letterbox(challenges.start_challenge(by=administrator, text=text), by=administrator)


def test_a_signal_goes_from_a_phone_to_the_weekly_reading_and_shuts_nobody_out(
    open_page: OpenPage, shuts_out: ShutsOut, box: Letterbox, administrator: Person
) -> None:
    phone = open_page(box.get_absolute_url(), mode=NARROW, javascript=False)
    for seen in ("De dagbesteding zit half leeg.", "Deelnemers komen niet meer naar de dagbesteding."):
        phone.goto(box.get_absolute_url())
        phone.fill("[name=tekst]", seen)
        phone.click("main button[type=submit]")
        expect(phone.locator("[role=status]")).to_contain_text("Uw signaal is binnen.")
    reader = open_page(HERE, person=administrator)
    reader.click("text=2 signalen te lezen")
    reader.click("text=Het raakt iets wat nu speelt.")
    reader.click("main button[value=watch]")
    expect(reader.locator("main")).to_contain_text("Tweede zoals deze")
    expect(reader.locator("main")).to_contain_text("Gedeelde woorden: dagbesteding")
    reader.click("summary")
    assert shuts_out(reader) == []
    reader.click("text=Het raakt iets wat nu speelt.")
    reader.click("main button[value=act]")
    expect(reader.locator("h1")).to_have_text("Alles is gelezen")


@pytest.mark.deep
def test_nothing_on_the_pages_of_signals_shuts_people_out(
    shuts_out_anywhere: ShutsOutAnywhere, box: Letterbox, administrator: Person
) -> None:
    report = actions.Report(seen="De dagbesteding zit half leeg.", observer=Observer.OTHER, place="Oost")
    signal = actions.report_from_outside(box, report=report, request_id=uuid4(), address="")
    pages = ("signalen/", f"signalen/{signal.pk}/", "signalen/doorgeven/", "signalen/bus/")
    assert shuts_out_anywhere({page: HERE + page for page in pages}, person=administrator) == []
