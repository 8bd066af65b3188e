"""With a follow code one finds back what came of one's words; without it nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.conversations.models import Participant, Vote
from meervoud_web.people.codes import plain
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import device_follow_code, form_token, new_device_secret
from meervoud_web.rounds.models import Appeal, Participation, Round, Rule, State, Submission, SubmissionState
from tests.web.rounds.making import device_client, open_round, participation_of, send, statement_ids

pytestmark = pytest.mark.django_db
SECRET = "Mijn geheime zin over de buurt."
OTHERS = "De zin van een ander over de buurt."


@pytest.fixture
def round_() -> Round:
    return open_round()


@pytest.fixture
def mine(round_: Round) -> Client:
    """Somebody who reacted once and brought in a statement."""
    client = device_client()
    send(client, f"/r/{round_.code}/stelling/", round_, stelling=statement_ids(round_)[0], reactie="eens")
    actions.submit(participation_of(client, round_), text=SECRET, request_id=uuid4())
    return client


def strange_code() -> str:
    """A code that looks like any other and is nobody's."""
    return device_follow_code(new_device_secret(), round_id=0)


def code_of(client: Client, round_: Round) -> str:
    return device_follow_code(client.device, round_id=round_.pk)  # type: ignore[attr-defined]


def follow(client: Client, code: str, path: str = "", **data: Any) -> Any:
    address = f"/volg/{code}/{path}"
    if not data:
        return client.get(address)
    return client.post(address, data | {"token": form_token(plain(code), round_id=0)})


def decide(state: SubmissionState, **more: Any) -> Submission:
    Submission.objects.update(state=state, decided_at=timezone.now(), **more)
    return Submission.objects.get()


# --- the code itself ------------------------------------------------------------------------------------------


def test_the_code_is_shown_large_and_as_one_says_it(mine: Client, round_: Round) -> None:
    response = mine.get(f"/r/{round_.code}/volgcode/")
    page = response.content.decode()
    code = code_of(mine, round_)
    assert code in page
    assert ", ".join(code[:5]) + ", streepje, " in page
    assert response["Cache-Control"] == "private, no-store"


def test_the_code_finds_back_what_one_gave_on_any_device(mine: Client, round_: Round) -> None:
    code = code_of(mine, round_)
    response = Client().post(
        "/volg/", {"code": code.lower().replace("-", " "), "token": form_token("", round_id=0)}
    )
    assert response["Location"] == f"/volg/{code}/"
    response = follow(Client(), code)
    page = response.content.decode()
    assert SECRET in page
    assert "U gaf 1 reactie." in page
    assert "wacht op lezen" in page
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "same-origin"


def test_who_went_on_with_a_code_is_not_shown_another_one(mine: Client, round_: Round) -> None:
    other = device_client()
    assert follow(other, code_of(mine, round_), "verder/", x="").status_code == 303
    page = other.get(f"/r/{round_.code}/volgcode/").content.decode()
    assert "Die blijft gelden." in page
    assert code_of(other, round_) not in page
    assert code_of(mine, round_) not in page


def test_going_on_on_another_device_lets_the_first_one_go(mine: Client, round_: Round) -> None:
    code, fresh = code_of(mine, round_), Client()
    response = follow(fresh, code, "verder/", x="")
    assert response.cookies["deelnemer"]["httponly"]
    statement = statement_ids(round_)[1]
    fresh.device = fresh.cookies["deelnemer"].value  # type: ignore[attr-defined]
    send(fresh, f"/r/{round_.code}/stelling/", round_, stelling=statement, reactie="oneens")
    assert Participant.objects.count() == 1
    assert Vote.objects.count() == 2
    assert "U gaf nog geen reactie" in mine.get(f"/r/{round_.code}/bedankt/").content.decode()


def test_a_device_on_which_another_takes_part_says_so_first(mine: Client, round_: Round) -> None:
    other = device_client(round_)
    assert "doet al iemand mee" in follow(other, code_of(mine, round_)).content.decode()
    assert "doet al iemand mee" not in follow(mine, code_of(mine, round_)).content.decode()


def test_done_on_this_device_leaves_nothing_behind(mine: Client, round_: Round) -> None:
    assert code_of(mine, round_) in mine.get(f"/r/{round_.code}/klaar/").content.decode()
    response = send(mine, f"/r/{round_.code}/klaar/", round_)
    assert response.cookies["deelnemer"]["max-age"] == 0
    assert "niets van u achtergebleven" in mine.get(response["Location"]).content.decode()
    assert Vote.objects.count() == 1


def test_asking_only_for_the_head_of_a_page_is_no_form(mine: Client, round_: Round) -> None:
    for address in ("/volg/", f"/volg/{code_of(mine, round_)}/", f"/r/{round_.code}/"):
        assert Client().head(address).status_code == 200


# --- what happened to each ------------------------------------------------------------------------------------


def test_a_refused_statement_says_by_which_rule_and_can_be_looked_at_again(mine: Client, round_: Round) -> None:
    refused = decide(SubmissionState.REFUSED, rule=Rule.OTHER_TOPIC, explanation="Dit gaat over parkeren.")
    code = code_of(mine, round_)
    page = follow(Client(), code).content.decode()
    assert "het gaat niet over deze vraag" in page
    assert "Dit gaat over parkeren." in page
    address = f"stelling/{refused.pk}/nog-eens/"
    assert follow(Client(), code, address, tekst=" ").status_code == 422
    for _ in range(2):
        assert follow(Client(), code, address, tekst="Het gaat er juist wel over.").status_code == 303
    assert Appeal.objects.get().text == "Het gaat er juist wel over."
    page = follow(Client(), code).content.decode()
    assert "Iemand anders doet dat" in page
    assert "Vraag om nog eens te kijken" not in page
    Appeal.objects.update(is_granted=False, answer="Het blijft zo, want.", answered_at=timezone.now())
    assert "Het blijft zo, want." in follow(Client(), code).content.decode()


@pytest.mark.parametrize("state", [state for state in SubmissionState if state != SubmissionState.REFUSED])
def test_only_a_refused_statement_can_be_appealed(mine: Client, round_: Round, state: SubmissionState) -> None:
    one = decide(state)
    assert (
        follow(Client(), code_of(mine, round_), f"stelling/{one.pk}/nog-eens/", tekst="Toch.").status_code == 404
    )
    assert not Appeal.objects.exists()


def test_a_merged_statement_says_with_what_and_a_late_one_that_it_is_late(mine: Client, round_: Round) -> None:
    code = code_of(mine, round_)
    Submission.objects.update(due_at=timezone.now() - timedelta(hours=1))
    assert "Dat is nog niet gebeurd." in follow(Client(), code).content.decode()
    decide(SubmissionState.MERGED, statement=statement_ids(round_)[2])
    assert "Ik red het zelf." in follow(Client(), code).content.decode()


def test_what_was_done_with_the_round_stands_on_top(mine: Client, round_: Round) -> None:
    Round.objects.update(state=State.ANSWERED, answer="Er komen bankjes.", answered_at=timezone.now())
    assert "Er komen bankjes." in follow(Client(), code_of(mine, round_)).content.decode()


def test_one_statement_is_taken_back_after_asking(mine: Client, round_: Round) -> None:
    code, one = code_of(mine, round_), Submission.objects.get()
    address = f"stelling/{one.pk}/terug/"
    assert "niet terug te draaien" in follow(Client(), code, address).content.decode()
    assert Submission.objects.get().text == SECRET
    follow(Client(), code, address, x="")
    assert Submission.objects.get().state == SubmissionState.WITHDRAWN
    assert SECRET not in follow(Client(), code).content.decode()


def test_everything_is_taken_back_after_asking_and_the_code_is_over(mine: Client, round_: Round) -> None:
    code = code_of(mine, round_)
    assert follow(Client(), code, "alles-terug/").status_code == 200
    assert Vote.objects.exists()
    follow(Client(), code, "alles-terug/", x="")
    assert not Participation.objects.exists()
    assert not Vote.objects.exists()
    assert follow(Client(), code).status_code == 404


# --- nobody else ----------------------------------------------------------------------------------------------


def without_address(response: Any) -> str:
    """The page, less the way back to itself in the link to the other language."""
    return re.sub(r"naar=[^\"]*", "", response.content.decode())


def test_a_wrong_code_and_no_code_at_all_get_the_same_answer(mine: Client, round_: Round) -> None:
    pages = set()
    for wrong in (strange_code(), "BCDFG", "x" * 300, "'; DROP TABLE--", "é", "../../r"):
        response = Client().post("/volg/", {"code": wrong, "token": form_token("", round_id=0)})
        assert response.status_code == 404
        pages.add(without_address(response))
    response = follow(Client(), strange_code())
    assert response.status_code == 404
    assert pages == {without_address(response)}


def test_who_tries_codes_is_stopped_also_for_a_right_one_and_who_is_right_is_not_counted(
    mine: Client, round_: Round
) -> None:
    code = code_of(mine, round_)
    for _ in range(60):
        assert follow(Client(), code).status_code == 200
    answers = [follow(Client(), strange_code()).status_code for _ in range(45)]
    assert answers == [404] * 40 + [429] * 5
    response = follow(Client(), code)
    assert response.status_code == 429
    assert SECRET not in response.content.decode()
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert follow(elsewhere, code).status_code == 200


@pytest.mark.parametrize("path", ["", "alles-terug/", "verder/"])
def test_every_page_under_a_code_counts_a_wrong_one(round_: Round, path: str) -> None:
    data = {"x": ""} if path == "verder/" else {}
    answers = [follow(Client(), strange_code(), path, **data).status_code for _ in range(42)]
    assert answers == [404] * 40 + [429] * 2


def test_the_statement_of_another_is_not_there_whatever_number_one_types(mine: Client, round_: Round) -> None:
    other = device_client(round_)
    theirs = actions.submit(participation_of(other, round_), text=OTHERS, request_id=uuid4())
    Submission.objects.filter(pk=theirs.pk).update(state=SubmissionState.REFUSED, rule=Rule.INSULT)
    code = code_of(mine, round_)
    for path in ("terug/", "nog-eens/"):
        for data in ({}, {"tekst": "Ik wil dit zien."}):
            response = follow(Client(), code, f"stelling/{theirs.pk}/{path}", **data)
            assert response.status_code == 404
            assert OTHERS not in response.content.decode()
    theirs.refresh_from_db()
    assert theirs.text == OTHERS
    assert not Appeal.objects.exists()


def every_page(client: Client, round_: Round, code: str) -> Iterator[tuple[str, str]]:
    addresses = [
        f"/r/{round_.code}/{page}" for page in ("", "stelling/", "bedankt/", "eigen/", "eigen/?binnen=ja")
    ]
    addresses += [f"/r/{round_.code}/{page}" for page in ("hulp/", "waar-sta-ik/", "volgcode/", "klaar/")]
    addresses += ["/r/", "/volg/", f"/volg/{code}/", f"/volg/{code}/alles-terug/"]
    for address in addresses:
        yield address, client.get(address, follow=True).content.decode()


def test_what_one_wrote_and_nobody_read_yet_is_on_no_page_of_another(mine: Client, round_: Round) -> None:
    other = device_client(round_)
    actions.submit(participation_of(other, round_), text=OTHERS, request_id=uuid4())
    for address, page in every_page(other, round_, code_of(other, round_)):
        assert SECRET not in page, address
        assert code_of(mine, round_) not in page, address
    seen = [address for address, page in every_page(mine, round_, code_of(mine, round_)) if SECRET in page]
    assert seen  # or the test would find nothing to leak


HOSTILE = (
    "<script>fetch('/x')</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7191*13 }}{% debug %}",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "</textarea><svg onload=alert(1)>",
    "&lt;b&gt; &#x3C;i&#x3E;",
    '=HYPERLINK("http://x")',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words_on_every_page(text: str) -> None:
    said = dict.fromkeys(("introduction", "fixed", "negotiable", "decider", "how_heard"), text)
    round_ = open_round(statements=(text, "Gewoon."), question=text, moderation="after", **said)
    client = device_client(round_)
    page = send(client, f"/r/{round_.code}/eigen/", round_, tekst=text).content.decode()
    submission = actions.submit(participation_of(client, round_), text=text, request_id=uuid4())
    Submission.objects.filter(pk=submission.pk).update(
        state=SubmissionState.REFUSED, rule=Rule.INSULT, explanation=text
    )
    Appeal.objects.create(submission=submission, text=text, answer=text, answered_at=timezone.now())
    help_page = send(client, f"/r/{round_.code}/hulp/", round_, tekst=text, contact=text, stap="overnemen")
    code = code_of(client, round_)
    more = [("eigen", page), ("hulp", help_page.content.decode())]
    for address, found in [*every_page(client, round_, code), *more]:
        for dangerous in ("<script>fetch", "<img src=x", "<svg onload", "93483", "' onmouseover="):
            assert dangerous not in found, (address, dangerous)
