"""Set a round up, run it and read along, in a real browser: nothing shuts anybody out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Appeal, HelpRequest, Round, RoundProposal, Rule, State, Submission
from tests.browser.conftest import OpenPage, ShutsOutAnywhere
from tests.web.conftest import MakePerson
from tests.web.rounds.making import open_round, statement_ids

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class World:
    challenge: Challenge
    round: Round
    over: Round
    draft: Round
    reader: Person
    waiting: Submission
    help: HelpRequest
    proposal: RoundProposal
    appeal: Appeal


@pytest.fixture
def world(transactional_db: None, make_person: MakePerson) -> World:
    Municipality.objects.create(pk=1, name="Meerdam")
    challenge = Challenge.objects.create(
        title="Samen langer thuis", slug="thuis", question="Hoe worden wij prettig oud?", is_public=True
    )
    reader = make_person(Role.FACILITATOR, name="Sanne de Wit")
    other = make_person(Role.CHALLENGE_MANAGER, name="Joris Bakker")
    round_ = open_round(challenge=challenge, introduction="Steeds meer mensen worden oud in hun eigen huis.")
    over = open_round(challenge=challenge, state=State.CLOSED, answer_by=timezone.localdate() - timedelta(days=3))
    words = actions.RoundText(title="De buurtkamer", question="Wat maakt de buurtkamer goed?", fixed="Zij komt.")
    late, refused, accepted = (
        _bring_in(round_, text)
        for text in ("De bus komt te weinig.", "Er moet een bankje komen.", "Zorg moet dichterbij.")
    )
    Submission.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(hours=5))
    actions.refuse(refused, by=other, rule=Rule.OTHER_TOPIC, explanation="Dit gaat over de straat.")
    actions.accept(accepted, by=reader)
    asked = HelpRequest.objects.create(round=round_, request_id=uuid4(), text="Ik slaap al weken niet.")
    actions.forward(asked, by=reader, to="Wijkteam Noord", note="Gebeld.")
    return World(
        challenge=challenge,
        round=round_,
        over=over,
        draft=actions.prepare_round(challenge, by=reader, text=words),
        reader=reader,
        waiting=late,
        help=asked,
        proposal=RoundProposal.objects.create(
            challenge=challenge,
            question="Hoe vinden wij de stoepen?",
            reason="Met een rollator kom je er niet langs.",
            follow_hash="x",
            answer_by=timezone.localdate() - timedelta(days=2),
        ),
        appeal=Appeal.objects.create(submission=refused, text="Het gaat wel over thuis wonen."),
    )


def _bring_in(round_: Round, text: str) -> Submission:
    mine = actions.participate(round_, device=new_device_secret())
    actions.react(mine, statement_id=statement_ids(round_)[0], value=1, is_important=False, request_id=uuid4())
    return actions.submit(mine, text=text, request_id=uuid4())


FOR_STAFF = {
    "the front page": "/",
    "the challenge": "/opgaven/thuis/",
    "a new round": "/opgaven/thuis/stellingenrondes/voorbereiden/",
    "a draft": "/rondes/{draft.pk}/",
    "a round that runs": "/rondes/{round.pk}/",
    "a round that is late": "/rondes/{over.pk}/",
    "poster and letter": "/rondes/{round.pk}/uitnodigen/",
    "the queue": "/rondes/{round.pk}/lezen/",
    "one statement": "/rondes/{round.pk}/lezen/{waiting.pk}/",
    "hulpvragen": "/rondes/{round.pk}/hulpvragen/",
    "proposals": "/opgaven/thuis/voorstellen/",
}
DEEPER_FOR_STAFF = {
    "edit": "/rondes/{round.pk}/bewerken/",
    "preview": "/rondes/{draft.pk}/voorbeeld/",
    "not ready": "/rondes/{draft.pk}/openen/",
    "close": "/rondes/{round.pk}/sluiten/",
    "answer": "/rondes/{over.pk}/terugkoppelen/",
    "new date": "/rondes/{over.pk}/nieuwe-datum/",
    "second look": "/rondes/{round.pk}/nog-eens/{appeal.pk}/",
    "forward": "/rondes/{round.pk}/hulpvragen/{help.pk}/doorgeven/",
    "answer a proposal": "/opgaven/thuis/voorstellen/{proposal.pk}/",
}
FOR_EVERYONE = {
    "the challenge": "/opgaven/thuis/",
    "propose": "/opgaven/thuis/stellingenrondes/voorstellen/",
    "log": "/r/{round.code}/logboek/",
    "rules": "/r/{round.code}/spelregels/",
}


def within(world: World, addresses: dict[str, str]) -> dict[str, str]:
    return {name: address.format(**vars(world)) for name, address in addresses.items()}


def test_nothing_on_a_page_of_a_round_shuts_people_out(world: World, shuts_out_anywhere: ShutsOutAnywhere) -> None:
    assert shuts_out_anywhere(within(world, FOR_STAFF), person=world.reader) == []
    assert shuts_out_anywhere(within(world, FOR_EVERYONE)) == []


@pytest.mark.deep
def test_nothing_on_a_deeper_page_of_a_round_shuts_staff_out(
    world: World, shuts_out_anywhere: ShutsOutAnywhere
) -> None:
    assert shuts_out_anywhere(within(world, DEEPER_FOR_STAFF), person=world.reader) == []


def test_a_round_is_set_up_and_opened_without_a_script(world: World, open_page: OpenPage) -> None:
    page = open_page("/opgaven/thuis/", person=world.reader, javascript=False)
    page.click("text=Nieuwe stellingenronde")
    page.fill("[name=title]", "De bus")
    page.fill("[name=question]", "Wat vindt u van de bus?")
    page.fill("[name=statements]", "De bus komt te weinig.\nDe bus is te duur.\nDe halte is te ver.")
    page.click("text=Bewaar als concept")
    expect(page.locator(".check-open")).to_have_count(5)
    page.click("text=Vul aan")
    for name in ("fixed", "negotiable", "decider", "how_heard"):
        page.fill(f"[name={name}]", "Dat zeggen wij hier.")
    page.fill("[name=answer_by]", (timezone.localdate() + timedelta(days=30)).isoformat())
    page.click("text=Bewaar de stellingenronde")
    page.click("text=Open de stellingenronde")
    page.click("text=Ja, open de ronde")
    expect(page.locator(".message-success")).to_contain_text("De stellingenronde is open")
    everyone = open_page("/opgaven/thuis/")
    expect(everyone.get_by_role("link", name=re.compile("Doe mee.*van de bus"))).to_be_visible()


def test_a_statement_is_accepted_and_the_slip_undone_by_keyboard(world: World, open_page: OpenPage) -> None:
    page = open_page(f"/rondes/{world.round.pk}/lezen/", person=world.reader)
    page.get_by_role("button", name=re.compile("Laat meedoen.*De bus")).press("Enter")
    expect(page.locator(".message-success")).to_have_text("De stelling doet mee.")
    page.get_by_role("button", name=re.compile("Draai terug.*De bus")).press("Enter")
    expect(page.locator(".turn-late .statement")).to_have_text("De bus komt te weinig.")


def test_who_proposes_a_round_sees_a_code_once(world: World, open_page: OpenPage) -> None:
    page = open_page("/opgaven/thuis/", javascript=False)
    page.click("text=Stel een stellingenronde voor")
    page.fill("[name=question]", "Waar kan ik zitten?")
    page.fill("[name=reason]", "Er zijn geen bankjes.")
    page.click("main button[type=submit]")
    assert len(page.inner_text(".follow-code")) == 11
