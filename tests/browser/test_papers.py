"""From what is recorded to a letter that a clerk opens in Word and the alderman reads by a link in a mail."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from django.core import mail
from playwright.sync_api import expect

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.models import Part
from meervoud_web.papers.models import Paper
from meervoud_web.people.models import Person, Role
from tests.browser.conftest import NARROW, OpenPage, ShutsOut
from tests.web.conftest import MakePerson
from tests.web.papers.making import a_challenge, a_promise


def test_a_paper_is_made_opened_in_word_and_read_by_the_alderman_through_a_link_in_a_mail(
    transactional_db: None,
    open_page: OpenPage,
    shuts_out: ShutsOut,
    administrator: Person,
    make_person: MakePerson,
    tmp_path: Path,
) -> None:
    challenge = a_challenge(public=False)
    alderman = make_person(Role.CIVIL_SERVANT, email="wethouder@meerdam.example")
    challenges.involve(alderman, challenge=challenge, role=Part.POLITICAL_PRINCIPAL, by=administrator)
    a_promise(challenge, by=administrator, what="Wij bellen u terug.")
    page = open_page(f"{challenge.get_absolute_url()}stukken/", person=administrator)
    page.locator("[name=kind][value=council-letter]").check()
    page.locator("[name=subject]").fill("Hoe het ervoor staat")
    page.get_by_role("button", name="Begin met dit stuk").press("Enter")
    expect(page.locator(".paper-standing")).to_have_text("Concept, niet vastgesteld")
    told = page.locator("#voorbeeld p", has_text="Wij bellen u terug")
    expect(told).to_have_count(1)
    page.get_by_label(re.compile("Wij bellen u terug")).uncheck()
    expect(told).to_have_count(0)  # the preview moves along
    page.get_by_label(re.compile("Wij bellen u terug")).check()
    expect(told).to_have_count(1)
    assert shuts_out(page) == []
    page.get_by_role("button", name="Bewaar het concept").click()
    page.get_by_role("link", name="Verder naar vaststellen").click()
    page.get_by_role("button", name="Stel dit stuk vast").click()
    expect(page.get_by_text("Het stuk is vastgesteld.")).to_be_visible()
    assert shuts_out(page) == []
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Haal op als Word").click()
    waiting.value.save_as(tmp_path / "stuk.docx")
    document = docx.Document(str(tmp_path / "stuk.docx"))
    assert any("Wij bellen u terug" in one.text for one in document.paragraphs)

    phone = open_page(Paper.objects.get().get_absolute_url(), mode=NARROW)
    phone.get_by_role("link", name=re.compile("mail")).click()
    phone.get_by_label("E-mailadres").fill(alderman.email)
    phone.get_by_role("button", name="Stuur mij de link").click()
    (link,) = re.findall(r"https?://[^/\s]+(/inloglink/\S+)", mail.outbox[-1].body)
    phone.goto(link)
    phone.get_by_role("button", name="Log in").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Hoe het ervoor staat")
    again = open_page(link, mode=NARROW)
    expect(again.get_by_role("link", name="Vraag een nieuwe link")).to_be_visible()
