"""Who takes part without an account gets everything with the follow code, and takes everything back with it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.people.personal import words_of
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import device_follow_code
from meervoud_web.rounds.models import Appeal, PaperCard, Participation, Rule, Submission, SubmissionState
from tests.web.rounds.making import device_client, open_round, participation_of, statement_ids

WORD = "wubbelfliep"


def taking_part() -> tuple[Participation, str]:
    round_ = open_round()
    client = device_client(round_)
    mine = participation_of(client, round_)
    actions.react(mine, statement_id=statement_ids(round_)[0], value=1, is_important=False, request_id=uuid4())
    submission = Submission.objects.create(
        round=round_,
        participation=mine,
        text=f"{WORD} is nodig",
        state=SubmissionState.REFUSED,
        rule=Rule.TWICE,
        due_at=timezone.now(),
    )
    Appeal.objects.create(submission=submission, text=f"{WORD} staat er niet")
    PaperCard.objects.create(round=round_, number=1, participation=mine, first={"1": WORD}, second={"1": WORD})
    code = device_follow_code(client.device, round_id=round_.pk)  # type: ignore[attr-defined]
    return mine, code


def still_said() -> list[str]:
    """The models in which the word of this participant still stands."""
    return [
        model._meta.label
        for model in apps.get_models()
        for row in model._default_manager.all()
        if any(WORD in str(getattr(row, name)) for name in words_of(model))
    ]


@pytest.mark.django_db
def test_the_follow_code_gives_everything_of_one_participant() -> None:
    _mine, code = taking_part()
    said = Client().get(reverse("rounds:everything", args=[code])).json()
    assert said["reacties in volgorde van binnenkomst"][0]["reactie"] == 1
    assert said["eigen stellingen"][0]["verzoek om nog eens te kijken"]["tekst"] == f"{WORD} staat er niet"
    assert said["papieren kaart"]["eerste keer"] == {"1": WORD}


@pytest.mark.django_db
def test_taking_everything_back_leaves_no_word_anywhere() -> None:
    mine, _code = taking_part()
    assert set(still_said()) == {"rounds.Submission", "rounds.Appeal", "rounds.PaperCard"}
    actions.withdraw_everything(mine)
    assert still_said() == []
