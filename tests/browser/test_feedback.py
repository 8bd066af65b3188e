"""A resident with a follow code reads, on a phone, what came of their words; nobody is shut out on the way."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from meervoud_web.challenges.things import Thing
from meervoud_web.feedback import actions
from meervoud_web.feedback.models import NoticeAddress
from meervoud_web.people.models import Person
from meervoud_web.rounds import actions as rounds
from meervoud_web.rounds.codes import device_follow_code
from meervoud_web.rounds.models import Round
from tests.browser.conftest import NARROW, OpenPage, ShutsOut
from tests.web.feedback.making import ADOPTED, NOT, a_theme, answered
from tests.web.rounds.making import open_round, statement_ids

DEVICE = "een telefoon"
OWN = "De bus moet vaker rijden."


@pytest.fixture
def round_(transactional_db: None) -> Round:
    made = open_round(moderation="after")
    mine = rounds.participate(made, device=DEVICE)
    rounds.submit(mine, text=OWN, request_id=uuid4())
    return made


def test_staff_sort_and_answer_and_a_resident_with_a_follow_code_reads_it_on_a_phone(
    open_page: OpenPage, shuts_out: ShutsOut, round_: Round, administrator: Person
) -> None:
    challenge = round_.conversation.challenge
    late = a_theme(challenge, by=administrator, title="Buren", days=-2)
    theme = a_theme(challenge, by=administrator)
    actions.place(late, by=administrator, sources=[Thing("statement", statement_ids(round_)[0])])
    staff = open_page(f"/opgaven/{challenge.slug}/terugkoppeling/ordenen/", person=administrator)
    staff.get_by_label(OWN).focus()
    staff.keyboard.press("Space")  # the keyboard alone is enough
    staff.select_option("[name=thema]", label="Vervoer")
    staff.locator(".sort-to button[type=submit]").first.press("Enter")
    expect(staff.locator(".message")).to_contain_text("1 bijdrage staat nu bij Vervoer.")
    assert shuts_out(staff) == []
    answered(theme, by=administrator)
    phone = open_page("/volg/", mode=NARROW, javascript=False)
    phone.fill("[name=code]", device_follow_code(DEVICE, round_id=round_.pk))
    phone.click("main button[type=submit]")
    mine = phone.locator(".came-of")
    expect(mine).to_contain_text("Overgenomen")
    expect(mine).to_contain_text(ADOPTED.text)
    expect(phone.locator(".other-themes")).to_contain_text("te laat")
    seen = open_page(phone.url.replace(phone.url.split("/volg")[0], ""))
    assert shuts_out(seen) == []
    phone.click("text=Alles wat er met de inbreng gedaan is")
    expect(phone.locator(".late")).to_contain_text("Te laat")


@pytest.mark.deep
@pytest.mark.parametrize(
    "page", ["", "theme/", "theme/antwoord/", "theme/bewerken/", "theme/later/", "theme/gevolg/"]
)
def test_nothing_on_the_pages_of_feedback_shuts_people_out(
    open_page: OpenPage, shuts_out: ShutsOut, round_: Round, administrator: Person, page: str
) -> None:
    challenge = round_.conversation.challenge
    a_theme(challenge, by=administrator, title="Buren", days=-2)
    theme = a_theme(challenge, by=administrator)
    actions.place(theme, by=administrator, sources=[Thing("statement", statement_ids(round_)[0])])
    answered(theme, by=administrator)
    answered(theme, by=administrator, words=NOT, reason="Toch niet.")
    actions.tell_result(theme, by=administrator, text="De bus rijdt niet.", request_id=uuid4())
    address = f"/opgaven/{challenge.slug}/terugkoppeling/{page.replace('theme', str(theme.pk))}"
    assert shuts_out(open_page(address, person=administrator)) == []


@pytest.mark.deep
def test_nothing_around_the_mail_about_answers_shuts_people_out(
    open_page: OpenPage, shuts_out: ShutsOut, round_: Round
) -> None:
    code = device_follow_code(DEVICE, round_id=round_.pk)
    wish = NoticeAddress.objects.create(round=round_, email="a@b.nl")
    for address in (f"/volg/{code}/bericht/", f"/bericht/{actions.key_of(wish)}/"):
        assert shuts_out(open_page(address)) == []
