"""Set a round up: nothing is asked before it was said what is fixed, and a question stands once people reacted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Conversation, Statement
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Moderation, Round, State
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import open_round, statement_ids
from tests.web.rounds.test_reactions import at_once

LATER = timezone.localdate() + timedelta(days=60)
FULL: dict[str, Any] = {
    "title": "De buurtkamer",
    "question": "Wat maakt de buurtkamer goed voor u?",
    "introduction": "Er komt een buurtkamer.",
    "statements": "De koffie moet gratis zijn.\r\nIk kom alleen voor de spellen.\r\n\r\nOok ’s avonds open.",
    "fixed": "De buurtkamer komt er.",
    "negotiable": "Wat er gebeurt.",
    "decider": "Het college.",
    "how_heard": "Op deze pagina.",
    "answer_by": LATER.isoformat(),
    "opens_at": "",
    "closes_at": "",
    "moderation": "before",
    "promised_hours": "24",
    "assurance": "0",
    "language": "nl",
}


@pytest.fixture
def facilitator(make_person: MakePerson) -> Person:
    return make_person(Role.FACILITATOR)


@pytest.fixture
def client(facilitator: Person, client_of: ClientOf) -> Client:
    return client_of(facilitator)


@pytest.fixture
def challenge(db: None) -> Challenge:
    return Challenge.objects.create(title="Samen langer thuis", slug="thuis", question="Hoe?", is_public=True)


def prepare(client: Client, challenge: Challenge, **more: Any) -> Any:
    return client.post(reverse("rounds:prepare", args=[challenge.slug]), {**FULL, **more})


def react_to(round_: Round) -> None:
    mine = actions.participate(round_, device=new_device_secret())
    actions.react(mine, statement_id=statement_ids(round_)[0], value=1, is_important=False, request_id=uuid4())


def edited(client: Client, round_: Round, **changes: Any) -> Any:
    text = vars(actions.text_of(round_)) | {"version": round_.version} | changes
    data = {name: "" if value is None else value for name, value in text.items()}
    data["statements"] = "\n".join(text["statements"])
    return client.post(reverse("rounds:edit", args=[round_.pk]), data)


# --- a draft ------------------------------------------------------------------------------------------------


def test_a_round_is_set_up_opened_and_takes_people_in(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge)
    round_ = Round.objects.get()
    assert round_.state == State.DRAFT
    assert list(Statement.objects.values_list("text", flat=True))[1] == "Ik kom alleen voor de spellen."
    client.post(reverse("rounds:open", args=[round_.pk]))
    round_.refresh_from_db()
    assert round_.is_open
    react_to(round_)


def test_a_title_is_enough_to_begin_and_then_the_page_says_what_is_missing(
    client: Client, challenge: Challenge
) -> None:
    empty = dict.fromkeys(FULL, "") | {
        "title": "Nog leeg",
        "moderation": "before",
        "promised_hours": "24",
        "assurance": "0",
    }
    response = client.post(reverse("rounds:prepare", args=[challenge.slug]), empty | {"language": "nl"})
    page = client.get(response["Location"]).content.decode()
    for words in ("Een vraag", "Wat vaststaat", "Wie erover gaat", "Wanneer mensen ervan horen"):
        assert words in page


@pytest.mark.parametrize("left_out", ["question", "fixed", "negotiable", "decider", "how_heard", "answer_by"])
def test_a_round_does_not_open_without(client: Client, challenge: Challenge, left_out: str) -> None:
    prepare(client, challenge, **{left_out: ""})
    round_ = Round.objects.get()
    response = client.post(reverse("rounds:open", args=[round_.pk]))
    assert response.status_code == 409
    assert "Dit ontbreekt nog" in response.content.decode()
    assert Round.objects.get().state == State.DRAFT


def test_the_database_itself_refuses_a_round_that_asks_first(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge, fixed="")
    with pytest.raises(IntegrityError):
        Round.objects.update(state=State.OPEN)


def test_a_round_does_not_open_with_two_statements(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge, statements="Een.\nTwee.")
    assert client.post(reverse("rounds:open", args=[Round.objects.get().pk])).status_code == 409


def test_a_double_click_gives_one_draft(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge)
    prepare(client, challenge)
    assert Round.objects.count() == Conversation.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("statements", "Zo.\nzo.", "Deze stelling staat er twee keer"),
        ("statements", "x" * 201, "Stelling 1 is langer dan 200 tekens"),
        ("statements", "Draai \u202e om", "onzichtbare tekens"),
        ("question", "Wat \u202e nu?", "onzichtbare tekens"),
        ("promised_hours", "0", ""),
        ("closes_at", "2020-01-01T12:00", "Dit moment is al voorbij"),
    ],
)
def test_what_cannot_be_is_refused_with_words(
    client: Client, challenge: Challenge, field: str, value: str, words: str
) -> None:
    response = prepare(client, challenge, **{field: value})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Round.objects.exists()


def test_who_may_not_set_a_round_up_cannot(challenge: Challenge, make_person: MakePerson) -> None:
    with pytest.raises(PermissionDenied):
        actions.prepare_round(challenge, by=make_person(Role.CLERK), text=actions.RoundText(title="t"))


def test_a_draft_is_nowhere_to_be_seen_for_the_public(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge)
    round_ = Round.objects.get()
    assert "buurtkamer" not in Client().get(challenge.get_absolute_url()).content.decode()
    assert Client().get(round_.get_absolute_url()).status_code == 404
    assert Client().get(reverse("conversations:result", args=[round_.conversation_id])).status_code == 404
    assert client.get(reverse("rounds:preview", args=[round_.pk])).status_code == 200


def test_a_preview_says_beforehand_what_the_round_will_say(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge)
    round_ = Round.objects.get()
    preview = client.get(reverse("rounds:preview", args=[round_.pk])).content.decode()
    client.post(reverse("rounds:open", args=[round_.pk]))
    welcome = Client().get(round_.get_absolute_url()).content.decode()
    assert facts_in(preview) == facts_in(welcome)
    assert "Iedereen met de link kan meedoen" in welcome
    prepare(client, challenge, fixed="", how_heard="", answer_by="")
    bare = client.get(reverse("rounds:preview", args=[Round.objects.latest("pk").pk])).content.decode()
    assert facts_in(bare).count("nog niet gezegd") == 2


def facts_in(page: str) -> str:
    return page.partition('<dl class="facts">')[2].partition("</dl>")[0]


# --- changing -----------------------------------------------------------------------------------------------


def test_who_comes_second_does_not_overwrite_who_came_first(client: Client, challenge: Challenge) -> None:
    prepare(client, challenge)
    round_ = Round.objects.get()
    edited(client, round_, fixed="De eerste schrijft dit.")
    response = edited(client, round_, fixed="De tweede wist daar niets van.")
    assert response.status_code == 422
    assert "Iemand anders heeft deze stellingenronde intussen veranderd" in response.content.decode()
    assert Round.objects.get().fixed == "De eerste schrijft dit."


def test_the_question_can_be_corrected_until_the_first_reaction(client: Client, db: None) -> None:
    round_ = open_round()
    assert edited(client, round_, question="Wat helpt u écht?").status_code == 302
    round_ = Round.objects.select_related("conversation").get()
    assert round_.conversation.question == "Wat helpt u écht?"
    react_to(round_)
    response = edited(client, round_, question="Te laat?")
    assert response.status_code == 422
    assert "Intussen heeft iemand gereageerd" in response.content.decode()
    assert Conversation.objects.get().question == "Wat helpt u écht?"
    assert 'name="question"' not in client.get(reverse("rounds:edit", args=[round_.pk])).content.decode()


def test_after_reactions_the_clock_can_still_be_changed(client: Client, db: None) -> None:
    round_ = open_round()
    react_to(round_)
    data = {"version": 1, "closes_at": "2030-01-01T12:00", "moderation": "after", "promised_hours": 48}
    assert client.post(reverse("rounds:edit", args=[round_.pk]), data).status_code == 302
    round_.refresh_from_db()
    assert (round_.moderation, round_.promised_hours) == (Moderation.AFTER, 48)


def test_statements_stand_once_a_round_is_open(facilitator: Person) -> None:
    round_ = open_round()
    with pytest.raises(actions.QuestionStandsError):
        actions.edit_round(round_, by=facilitator, changes={"statements": ("Andere.",)}, version=1)


@pytest.mark.django_db(transaction=True)
def test_a_first_reaction_and_a_correction_at_once_never_leave_a_question_that_nobody_saw(
    make_person: MakePerson,
) -> None:
    manager = make_person(Role.FACILITATOR)
    round_ = open_round()
    changes = {"question": "Een andere vraag?"}
    done = at_once(
        [
            lambda: react_to(round_),
            lambda: actions.edit_round(round_, by=manager, changes=changes, version=1),
            lambda: actions.edit_round(round_, by=manager, changes={"question": "Nog een?"}, version=1),
        ]
    )
    assert done[0] is None
    assert sum(one is None for one in done[1:]) <= 1
    with pytest.raises((actions.QuestionStandsError, actions.ChangedMeanwhileError)):
        actions.edit_round(round_, by=manager, changes={"question": "Na de reactie?"}, version=1)
    current = Round.objects.get()
    with pytest.raises(actions.QuestionStandsError):
        actions.edit_round(current, by=manager, changes={"question": "Na de reactie?"}, version=current.version)


# --- again, from an earlier one ------------------------------------------------------------------------------


def test_an_earlier_round_gives_its_words_and_statements_but_no_dates(client: Client, db: None) -> None:
    round_ = open_round()
    challenge = round_.conversation.challenge
    page = client.get(reverse("rounds:prepare", args=[challenge.slug]), {"van": round_.conversation_id})
    form = page.context["form"]
    assert form["fixed"].value() == round_.fixed
    assert form["statements"].value().splitlines()[0] == "Buren helpen elkaar hier genoeg."
    assert not form["answer_by"].value()


def test_an_imported_conversation_gives_its_statements(client: Client, challenge: Challenge) -> None:
    conversation = Conversation.objects.create(challenge=challenge, title="Uit Polis")
    for number, text in enumerate(("Eén.", "Twee\nregels.", "")):
        Statement.objects.create(conversation=conversation, external_id=str(number), text=text)
    page = client.get(reverse("rounds:prepare", args=[challenge.slug]), {"van": conversation.pk})
    assert page.context["form"]["statements"].value() == "Eén.\nTwee regels."


def test_a_round_of_another_challenge_is_not_taken_over(client: Client, challenge: Challenge) -> None:
    other = open_round()
    page = client.get(reverse("rounds:prepare", args=[challenge.slug]), {"van": other.conversation_id})
    assert page.context["form"]["statements"].value() is None


def test_a_round_does_not_run_on_after_the_day_on_which_people_would_hear(client: Client, db: None) -> None:
    round_ = open_round()
    react_to(round_)
    data = {"version": 1, "closes_at": "2031-06-01T12:00", "moderation": "before", "promised_hours": 24}
    response = client.post(reverse("rounds:edit", args=[round_.pk]), data)
    assert response.status_code == 422
    assert "al voorbij" in response.content.decode()


def test_a_round_that_closed_by_its_clock_is_not_opened_again(facilitator: Person) -> None:
    now = timezone.now()
    round_ = open_round(closes_at=now - timedelta(hours=1))
    with pytest.raises(actions.QuestionStandsError):
        actions.edit_round(round_, by=facilitator, changes={"closes_at": now + timedelta(days=1)}, version=1)


def test_reactions_that_were_brought_in_from_elsewhere_make_the_question_stand_too(facilitator: Person) -> None:
    round_ = open_round()
    Conversation.objects.update(vote_count=12)
    with pytest.raises(actions.QuestionStandsError):
        actions.edit_round(round_, by=facilitator, changes={"question": "Anders?"}, version=1)
