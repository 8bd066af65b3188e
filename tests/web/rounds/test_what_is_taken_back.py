"""What somebody took back, or what was never shown, is in no result, page, file or picture for everyone."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from meervoud_web.analyses.models import Picture
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Participant, Statement
from meervoud_web.conversations.queries.published import public_record
from meervoud_web.people.models import Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Moderation, Participation, Round, Rule, Submission
from tests.web.conftest import MakePerson
from tests.web.rounds.making import open_round
from tests.web.rounds.moving import (
    BOTH,
    PEOPLE,
    TEXTS,
    let_react,
    round_with_statements,
    statements_of,
    waiting_for,
    work,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    return round_with_statements()


def test_no_result_moves_when_one_person_takes_everything_back_and_it_does_after_five(round_: Round) -> None:
    people = let_react(round_, range(PEOPLE))
    work()
    work()
    for one in people[:4]:
        actions.withdraw_everything(one)
        assert waiting_for(round_) == set()
    actions.withdraw_everything(people[4])
    assert waiting_for(round_) == BOTH


def test_who_came_and_went_between_two_results_does_not_count_as_a_change(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    for number in range(100, 106):
        (one,) = let_react(round_, range(number, number + 1), turns=7)
        actions.withdraw_everything(one)
    assert waiting_for(round_) == set()


KINDS = ("polis.zip", "reacties.csv", "stellingen.csv", "meningenlandschap.svg", "meningenlandschap.json")


def everything_public(client: Client, conversation_id: int) -> bytes:
    pages = (
        "",
        "stellingen/",
        "berekening/",
        "lijst/shared/",
        "insluiten/",
        *(f"bestand/{kind}" for kind in KINDS),
    )
    said = b""
    for page in pages:
        response = client.get(f"/stellingenrondes/{conversation_id}/{page}")
        assert response.status_code in {200, 404}, page
        said += response.content
    return said


def test_who_took_everything_back_is_in_no_public_page_or_file_from_that_moment(
    round_: Round, client: Client
) -> None:
    people = let_react(round_, range(PEOPLE))
    work()
    work()
    gone = Participant.objects.get(pk=people[0].participant_id)
    assert gone.public_id.encode() in everything_public(client, round_.conversation_id)
    actions.withdraw_everything(people[0])
    said = everything_public(client, round_.conversation_id)
    assert gone.public_id.encode() not in said
    assert gone.external_id.encode() not in said
    other = Participant.objects.filter(conversation_id=round_.conversation_id).first()
    assert other is not None
    assert other.public_id.encode() in said


def test_words_that_were_taken_back_are_gone_from_every_page_file_and_picture(
    round_: Round, client: Client
) -> None:
    token = "zilverreiger-4711"
    Statement.objects.filter(pk=statements_of(round_)[0]).update(text=f"Hier staat {token}")
    let_react(round_, range(PEOPLE))
    work()
    work()
    assert token.encode() in everything_public(client, round_.conversation_id)
    Picture.objects.update(svg=f"<svg><text>{token}</text></svg>")  # as at the end of a spectrum
    conversations.silence_statement(statements_of(round_)[0])
    assert token.encode() not in everything_public(client, round_.conversation_id)
    assert not Picture.objects.filter(svg__contains=token).exists()


def test_what_is_refused_or_taken_back_is_gone_before_the_next_result_is_there(
    client: Client, make_person: MakePerson
) -> None:
    round_ = open_round(statements=tuple(TEXTS[:6]), moderation=Moderation.AFTER)
    mine = actions.participate(round_, device="toestel van wie schreef")
    words = ("bekende-boerenzwaluw", "bekende-bosuil")
    refused, taken_back = (actions.submit(mine, text=f"Hier staat {word}", request_id=uuid4()) for word in words)
    let_react(round_, range(PEOPLE))
    work()
    work()
    before = everything_public(client, round_.conversation_id)
    assert all(word.encode() in before for word in words)
    reader = make_person(Role.FACILITATOR)
    actions.refuse(Submission.objects.get(pk=refused.pk), by=reader, rule=Rule.INSULT, explanation="")
    actions.withdraw_statement(Submission.objects.get(pk=taken_back.pk))
    after = everything_public(client, round_.conversation_id)
    assert [word for word in words if word.encode() in after] == []


def test_statements_that_wait_or_were_refused_are_nowhere_in_public(round_: Round, client: Client) -> None:
    people = let_react(round_, range(PEOPLE))
    actions.submit(people[0], text="wachtende-kievit-0815", request_id=uuid4())
    refused = actions.submit(people[1], text="geweigerde-grutto-0816", request_id=uuid4())
    type(refused).objects.filter(pk=refused.pk).update(state="refused", rule="insult")
    work()
    work()
    said = everything_public(client, round_.conversation_id)
    assert b"kievit" not in said
    assert b"grutto" not in said


def test_files_hold_the_reactions_of_the_result_and_not_what_came_in_since(round_: Round, client: Client) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    address = f"/stellingenrondes/{round_.conversation_id}/bestand/"
    before = [client.get(address + kind).content for kind in ("reacties.csv", "polis.zip")]
    let_react(round_, range(3), turns=10)
    let_react(round_, range(100, 102), turns=10)
    assert [client.get(address + kind).content for kind in ("reacties.csv", "polis.zip")] == before


def test_the_api_says_nothing_of_who_took_everything_back_since(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    gone = Participation.objects.select_related("participant").filter(round=round_).first()
    assert gone is not None
    public_id = gone.participant.public_id
    assert public_id in (public_record(round_.conversation_id) or "")
    actions.withdraw_everything(gone)
    assert public_id not in (public_record(round_.conversation_id) or public_id)
