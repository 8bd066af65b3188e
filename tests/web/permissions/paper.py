"""Who may do what with the paper of a round."""

from __future__ import annotations

from typing import Any

from meervoud_web.rounds.models import Round, State
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row
from tests.web.rounds.making import open_round

QUESTION = "Wat staat er op papier?"


def _round(*, state: State) -> dict[str, Any]:
    found = Round.objects.filter(conversation__question=QUESTION, state=state).first()
    made = found or open_round(challenge=challenge_that_is(public=True), question=QUESTION, state=state)
    return {"round_id": made.pk}


OBJECTS: Objects = {
    "a round with paper": lambda me: _round(state=State.OPEN),
    "a draft without paper": lambda me: _round(state=State.DRAFT),
    "no round with paper": lambda me: {"round_id": 987_654},
    "a card": lambda me: {**_round(state=State.OPEN), "number": 3},
    "a card of a draft": lambda me: {**_round(state=State.DRAFT), "number": 3},
    "a card that cannot be": lambda me: {**_round(state=State.OPEN), "number": 0},
}

_MANAGERS = ("administrator", "challenge_manager", "facilitator")
_OTHERS_NOT = {"strangers": LOG_IN, "staff": 403}


def _managers(answer: int) -> dict[str, Any]:
    return _OTHERS_NOT | dict.fromkeys(_MANAGERS, answer)


ROWS: Matrix = {
    "rounds:paper": [
        Row("GET", of="a round with paper", **_managers(200)),
        Row("GET", of="a draft without paper", **_managers(302)),
        Row("GET", of="no round with paper", strangers=LOG_IN, staff=404),
    ],
    "rounds:cards": [
        Row("GET", of="a round with paper", **_managers(404)),
        Row("GET", of="no round with paper", strangers=LOG_IN, staff=404),
    ],
    "rounds:card": [
        Row("GET", of="a card", **_managers(200)),
        Row("GET", of="a card of a draft", **_managers(404)),
        Row("GET", of="a card that cannot be", **_managers(404)),
        Row("POST", of="a card", **_managers(422)),
    ],
    "rounds:help_somebody": [
        Row("GET", of="a round with paper", **_managers(200)),
        Row("GET", of="a draft without paper", **_managers(302)),
        Row("POST", of="a round with paper", **_managers(422)),
        Row("POST", of="no round with paper", strangers=LOG_IN, staff=404),
    ],
}
