"""A statement of one's own: looked over first, in the queue after that, and help at once for who needs it."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from meervoud_web.challenges.models import Municipality
from meervoud_web.rounds.models import HelpRequest, Round, State, Submission, SubmissionState
from tests.web.rounds.making import device_client, open_round, send, statement_ids

pytestmark = pytest.mark.django_db
NEW = "De bus moet ook na tien uur rijden."


@pytest.fixture
def round_() -> Round:
    Municipality.objects.create(pk=1, name="Meerdam", contact_email="hallo@meerdam.example")
    return open_round()


@pytest.fixture
def client() -> Client:
    return device_client()


def bring(client: Client, round_: Round, text: str, **more: Any) -> Any:
    return send(client, f"/r/{round_.code}/eigen/", round_, tekst=text, **more)


def mark_on(page: str) -> str:
    found = re.search(r'name="gezien" value="(\w*)"', page)
    assert found
    return found.group(1)


def test_a_new_statement_waits_and_it_is_said_until_when(client: Client, round_: Round) -> None:
    response = bring(client, round_, NEW)
    assert response.status_code == 303
    page = client.get(response["Location"]).content.decode()
    submission = Submission.objects.get()
    assert (submission.text, submission.state) == (NEW, SubmissionState.WAITING)
    assert "heeft iemand uw stelling gelezen" in page
    assert round_.conversation.statements.count() == 3


def test_one_that_says_the_same_is_shown_first_and_can_be_sent_all_the_same(client: Client, round_: Round) -> None:
    text = "Buren helpen elkaar hier al genoeg"
    page = bring(client, round_, text).content.decode()
    assert "Lijkt uw stelling op een van deze?" in page
    assert f"?stelling={statement_ids(round_)[0]}" in page
    assert not Submission.objects.exists()
    bring(client, round_, text, gezien=mark_on(page))
    assert Submission.objects.get().text == text


def test_what_leads_to_somebody_is_pointed_out_and_the_writer_decides(client: Client, round_: Round) -> None:
    text = "Bel Kees Bakker op 06-87654321 voor hulp."
    page = bring(client, round_, text).content.decode()
    assert "een telefoonnummer" in page
    assert "Kees Bakker" in page
    assert not Submission.objects.exists()
    bring(client, round_, text, gezien=mark_on(page))
    assert Submission.objects.get().text == text


def test_a_text_that_was_changed_after_the_warning_is_looked_over_again(client: Client, round_: Round) -> None:
    mark = mark_on(bring(client, round_, "Bel 06-87654321 voor hulp.").content.decode())
    page = bring(client, round_, "Bel 06-12345678 voor hulp.", gezien=mark).content.decode()
    assert "06-12345678" in page
    assert not Submission.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "x" * 201, "\u202e", "\x00"])
def test_a_text_that_is_no_statement_is_refused_with_words_that_help(
    client: Client, round_: Round, text: str
) -> None:
    response = bring(client, round_, text)
    assert response.status_code == 422
    assert "error-summary" in response.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Regel een\r\n  en twee over vervoer", "Regel een en twee over vervoer"),
        ("نريد حديقة للأطفال 🌳", "نريد حديقة للأطفال 🌳"),
        ("Een gezin 👨‍👩‍👧 heeft ruimte nodig", "Een gezin 👨‍👩‍👧 heeft ruimte nodig"),
        ("Draai \u202eom\u202c dit", "Draai om dit"),
        ("é" * 200, "é" * 200),
    ],
)
def test_every_script_and_every_picture_is_kept_as_it_was_written(
    client: Client, round_: Round, typed: str, kept: str
) -> None:
    assert bring(client, round_, typed).status_code == 303
    assert Submission.objects.get().text == kept


def test_sent_twice_it_is_one(client: Client, round_: Round) -> None:
    request_id = str(uuid4())
    for _ in range(2):
        bring(client, round_, NEW, request_id=request_id)
    assert Submission.objects.count() == 1


def test_ones_own_statement_that_still_waits_to_be_read_is_not_asked_of_oneself(client: Client) -> None:
    round_ = open_round(moderation="after", statements=())
    bring(client, round_, NEW)
    assert client.get(f"/r/{round_.code}/stelling/")["Location"].endswith("/bedankt/")
    other = device_client().get(f"/r/{round_.code}/stelling/")
    assert NEW in other.content.decode()
    Submission.objects.update(state=SubmissionState.ACCEPTED)
    assert NEW in client.get(f"/r/{round_.code}/stelling/").content.decode()


def test_the_twenty_first_statement_is_refused_in_words(client: Client, round_: Round) -> None:
    words = "bus tram trein fiets plein park brug school markt winkel sport muziek water zorg werk huur taal licht"
    for word in (*words.split(), "geluid", "vuilnis"):
        assert bring(client, round_, f"{word} is hier nodig, zeker {word}").status_code == 303
    assert "al twintig stellingen" in bring(client, round_, NEW).content.decode()


def test_after_closing_nothing_is_taken_in_and_that_is_said(client: Client, round_: Round) -> None:
    Round.objects.update(state=State.CLOSED)
    assert "kwam te laat" in client.get(bring(client, round_, NEW)["Location"]).content.decode()
    assert not Submission.objects.exists()


# --- help -----------------------------------------------------------------------------------------------------


def test_help_is_shown_at_once_to_anybody_without_anything_being_asked(round_: Round) -> None:
    Round.objects.update(state=State.CLOSED)
    page = Client().get(f"/r/{round_.code}/hulp/").content.decode()
    for where in ("tel:112", "tel:08002000", "tel:113", "huisarts", "hallo@meerdam.example"):
        assert where in page


def test_a_cry_for_help_reaches_who_reads_for_the_round_and_is_no_statement(round_: Round) -> None:
    client, request_id = Client(), str(uuid4())
    for _ in range(2):
        response = send(
            client,
            f"/r/{round_.code}/hulp/",
            round_,
            tekst="Ik red het\r\nniet meer.",
            contact=" 06-12345678 ",
            request_id=request_id,
        )
        assert response.status_code == 303
    asked = HelpRequest.objects.get()
    assert (asked.round, asked.text, asked.contact) == (round_, "Ik red het\nniet meer.", "06-12345678")
    assert "Uw bericht is binnen" in client.get(response["Location"]).content.decode()
    assert not Submission.objects.exists()


def test_words_that_were_meant_as_a_statement_come_along_and_are_not_sent_yet(
    client: Client, round_: Round
) -> None:
    words = "Mijn man slaat mij."
    response = send(client, f"/r/{round_.code}/hulp/", round_, tekst=words, stap="overnemen")
    assert response.status_code == 200
    page = response.content.decode()
    assert words in page
    assert "tel:112" in page
    assert not HelpRequest.objects.exists()


def test_a_flood_of_cries_for_help_is_stopped_and_the_numbers_stay(round_: Round) -> None:
    answers = [send(Client(), f"/r/{round_.code}/hulp/", round_, tekst=f"Hulp {number}") for number in range(22)]
    assert [one.status_code for one in answers] == [303] * 20 + [422] * 2
    assert "tel:112" in answers[-1].content.decode()
    assert "te veel berichten" in answers[-1].content.decode()
    assert HelpRequest.objects.count() == 20


def test_help_without_words_is_asked_again_and_the_numbers_stay(round_: Round) -> None:
    response = send(Client(), f"/r/{round_.code}/hulp/", round_, tekst=" ")
    assert response.status_code == 422
    assert "tel:112" in response.content.decode()
