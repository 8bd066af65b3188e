"""Who may take along everything about themselves, and who may look up and erase another."""

from __future__ import annotations

from tests.web.permissions.house import somebody
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

OBJECTS: Objects = {
    "somebody to erase": lambda me: {"pk": somebody().pk},
    "oneself to erase": lambda me: {"pk": me.pk if me else 0},
    "nobody to erase": lambda me: {"pk": 987_654},
}

_FOR_ADMINISTRATOR = {"strangers": LOG_IN, "staff": 403}
_MANAGERS = {"administrator": 200, "challenge_manager": 200}
_UNSAID = {"administrator": 422, "challenge_manager": 422}
_WHY = {"reason": "verzoek van 3 maart"}

ROWS: Matrix = {
    "people:everything": [
        Row("GET", strangers=LOG_IN, staff=200),
        Row("POST", data={"current": "niet dit"}, strangers=LOG_IN, staff=422),
    ],
    "people:requests": [
        Row("GET", **_FOR_ADMINISTRATOR, administrator=200),
        Row("POST", data={"who": "niemand@meerdam.example"}, **_FOR_ADMINISTRATOR, administrator=422),
        Row("POST", data={"who": "987654"}, **_FOR_ADMINISTRATOR, administrator=422),
    ],
    "people:request": [
        Row("GET", of="somebody to erase", **_FOR_ADMINISTRATOR, administrator=200),
        Row("GET", of="oneself to erase", **_FOR_ADMINISTRATOR, administrator=200),
        Row("GET", of="nobody to erase", **_FOR_ADMINISTRATOR, administrator=404),
    ],
    "people:export": [
        Row("POST", of="somebody to erase", **_FOR_ADMINISTRATOR, administrator=200),
        Row("POST", of="nobody to erase", **_FOR_ADMINISTRATOR, administrator=404),
    ],
    "challenges:redact": [
        Row("GET", of="the thread of an open challenge", strangers=LOG_IN, staff=403, **_MANAGERS),
        Row("GET", of="the thread of a closed challenge", strangers=LOG_IN, staff=403, **_MANAGERS),
        Row(
            "GET",
            of="the thread of no kind",
            strangers=LOG_IN,
            staff=403,
            administrator=404,
            challenge_manager=404,
        ),
        Row("POST", of="the thread of an open challenge", strangers=LOG_IN, staff=403, **_UNSAID),
    ],
    "people:erase": [
        Row("POST", of="somebody to erase", data=_WHY, **_FOR_ADMINISTRATOR, administrator=200),
        Row("POST", of="somebody to erase", **_FOR_ADMINISTRATOR, administrator=422),
        Row("POST", of="oneself to erase", data=_WHY, **_FOR_ADMINISTRATOR, administrator=422),
        Row("POST", of="nobody to erase", data=_WHY, **_FOR_ADMINISTRATOR, administrator=404),
    ],
}
