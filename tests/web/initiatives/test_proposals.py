"""Who has a part in a challenge proposes something, and hears in time, with the reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, Involvement
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.initiatives import actions
from meervoud_web.initiatives.actions.propose import ANSWER_WITHIN
from meervoud_web.initiatives.models import Proposal, ProposalState, ProposalVersion, Verdict
from meervoud_web.initiatives.personal import DOOR
from meervoud_web.notes.actions.weekly_mail import mail_who_waits
from meervoud_web.people.models import Person, Role
from meervoud_web.people.personal import Erasure
from tests.web.conftest import ClientOf, MakePerson
from tests.web.initiatives.conftest import HERE, Propose

pytestmark = pytest.mark.django_db
NO = actions.AnswerWords(verdict=Verdict.NOT, reason="Er is dit jaar geen geld voor.")
YES = actions.AnswerWords(verdict=Verdict.TAKEN_UP, reason="Wij beginnen in mei.")


def make_late() -> None:
    Proposal.objects.update(answer_by=timezone.localdate() - timedelta(days=1))


def test_a_resident_proposes_a_trial_and_reads_by_when_they_hear(ria: Person, client_of: ClientOf) -> None:
    desk = client_of(ria)
    sent = {"kind": "trial", "what": "Samen eten", "why": "Het werkt.", "request_id": str(uuid4())}
    answers = [desk.post(f"{HERE}proef-of-agenda/voorstellen/", sent) for _double_click in range(2)]
    made = Proposal.objects.get()
    assert {answer["Location"] for answer in answers} == {made.get_absolute_url()}
    assert made.answer_by == timezone.localdate() + ANSWER_WITHIN
    assert "antwoord uiterlijk" in desk.get(made.get_absolute_url()).content.decode()
    assert 'href="/wat-ik-voorstel/"' in desk.get(HERE).content.decode()
    assert "Samen eten" in desk.get("/wat-ik-voorstel/").content.decode()


def test_it_is_for_who_answers_until_it_is_answered_and_then_for_the_others_without_a_name(
    ria: Person, pim: Person, amber: Person, propose: Propose, client_of: ClientOf
) -> None:
    made, partner = propose(ria), client_of(pim)
    pages = (made.get_absolute_url(), f"{HERE}proef-of-agenda/", HERE, f"{HERE}tijdlijn/")

    def read() -> list[bool]:
        return [b"Een maand lang samen eten" in partner.get(page).content for page in pages]

    assert read() == [False] * 4
    assert client_of(amber).get(made.get_absolute_url()).status_code == 200
    actions.answer_proposal(made, by=amber, words=NO, number=1)
    assert read() == [True] * 4
    page = partner.get(made.get_absolute_url()).content.decode()
    assert "Er is dit jaar geen geld voor." in page
    assert "inwoner" in page
    assert "Ria Resident" not in page
    assert "Amber Ambt" not in page


def test_late_is_seen_on_the_page_in_what_waits_and_in_the_mail_of_monday(
    ria: Person, olga: Person, amber: Person, propose: Propose, client_of: ClientOf, challenge: Challenge
) -> None:
    made = propose(ria)
    make_late()
    assert [(one.address, one.is_late) for one in waiting_for(olga, challenge)] == [
        (made.get_absolute_url(), True)
    ]
    assert "tag-off" in client_of(ria).get(made.get_absolute_url()).content.decode()
    assert "te laat" in client_of(olga).get("/wacht-op-mij/").content.decode()
    assert mail_who_waits() == (1, 0)
    assert mail.outbox[0].to == [olga.email]
    assert made.get_absolute_url() in mail.outbox[0].body
    assert "te laat" in mail.outbox[0].body


def test_where_nobody_manages_the_challenge_everybody_who_could_is_mailed(
    ria: Person, propose: Propose, make_person: MakePerson
) -> None:
    propose(ria)
    make_late()
    could = make_person(Role.CHALLENGE_MANAGER)
    assert mail_who_waits() == (1, 0)
    assert mail.outbox[0].to == [could.email]


def test_an_answer_has_a_reason_is_mailed_and_is_given_once(
    ria: Person,
    olga: Person,
    amber: Person,
    propose: Propose,
    client_of: ClientOf,
    django_capture_on_commit_callbacks: Any,
    challenge: Challenge,
) -> None:
    made, desk = propose(ria), client_of(amber)
    page, sent = (
        f"{made.get_absolute_url()}antwoord/",
        {"verdict": "partly", "reason": "In één flat.", "number": 1},
    )
    assert desk.post(page, {**sent, "reason": " "}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(page, sent).status_code == 302
    assert mail.outbox[0].to == [ria.email]
    assert "In één flat." not in mail.outbox[0].body, "what it says is on the page"
    with pytest.raises(actions.AnsweredMeanwhileError):
        actions.answer_proposal(made, by=olga, words=NO, number=1)
    assert ["antwoord op uw voorstel" in one.what for one in waiting_for(ria, challenge)] == [True]


def test_the_proposer_writes_it_otherwise_or_takes_it_back_until_it_is_answered(
    ria: Person, amber: Person, propose: Propose, client_of: ClientOf
) -> None:
    made, desk = propose(ria), client_of(ria)
    sent = {"what": "Twee keer eten", "why": "Genoeg.", "reason": "Klein beginnen", "number": 1}
    assert desk.post(f"{made.get_absolute_url()}anders/", sent).status_code == 302
    assert "meanwhile" not in desk.post(f"{made.get_absolute_url()}anders/", sent).content.decode()
    assert [one.what for one in ProposalVersion.objects.order_by("number")] == [
        "Een maand lang samen eten",
        "Twee keer eten",
    ]
    page = client_of(amber).get(made.get_absolute_url()).content.decode()
    assert "Een maand lang samen eten" in page
    assert "Klein beginnen" in page
    with pytest.raises(actions.AnsweredMeanwhileError):
        actions.answer_proposal(made, by=amber, words=NO, number=1)  # the version that is gone
    desk.post(f"{made.get_absolute_url()}intrekken/", {"number": 2})
    made.refresh_from_db()
    assert made.state == ProposalState.WITHDRAWN


def test_the_proposer_reacts_once_and_then_somebody_else_looks_again_in_time(
    ria: Person, amber: Person, olga: Person, propose: Propose, client_of: ClientOf
) -> None:
    made, desk = propose(ria), client_of(ria)
    make_late()
    actions.answer_proposal(made, by=amber, words=NO, number=1)
    sent = {"reaction": "Het kost niets.", "asks_again": "on"}
    for _twice in range(2):
        assert desk.post(f"{made.get_absolute_url()}reactie/", sent).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.answer_by) == (ProposalState.AGAIN, timezone.localdate() + ANSWER_WITHIN)
    with pytest.raises(PermissionDenied):
        actions.answer_proposal(made, by=amber, words=YES, number=1)
    actions.answer_proposal(made, by=olga, words=YES, number=1)
    made.refresh_from_db()
    assert made.state == ProposalState.SETTLED
    page = desk.get(made.get_absolute_url()).content.decode()
    assert [word in page for word in ("Het kost niets.", "Wij beginnen in mei.", "geen geld")] == [True] * 3
    with pytest.raises(actions.RewrittenMeanwhileError):
        actions.react(made, by=ria, reaction="Nog eens", asks_again=True)


def test_who_works_on_it_does_not_answer_their_own_proposal(amber: Person, propose: Propose) -> None:
    with pytest.raises(PermissionDenied):
        actions.answer_proposal(propose(amber), by=amber, words=YES, number=1)


def test_who_has_no_part_any_more_changes_nothing(ria: Person, propose: Propose) -> None:
    made = propose(ria)
    Involvement.objects.filter(person=ria).delete()
    with pytest.raises(PermissionDenied):
        actions.withdraw_proposal(made, by=ria, number=1)
    with pytest.raises(PermissionDenied):
        propose(ria)


def test_of_who_is_erased_the_words_go_and_the_answer_stays(ria: Person, amber: Person, propose: Propose) -> None:
    made = propose(ria)
    actions.answer_proposal(made, by=amber, words=NO, number=1)
    actions.react(made, by=ria, reaction="Het kost niets.", asks_again=False)
    for holding in DOOR.holdings:
        holding.erase(Erasure(person=ria, by=None, reason="verzoek"))
    made.refresh_from_db()
    assert (made.proposer, made.reaction, made.newest.what) == (None, "", "[gewist]")
    assert made.answers.get().reason == NO.reason
