"""Who may file dissent, read it, and answer it. An administrator looks after the accounts and reads none."""

from __future__ import annotations

from typing import Any

from meervoud_web.course.models import Dissent
from meervoud_web.people.models import Person
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

FILED = {"otherwise": "Anders", "why": "Daarom", "trade": "zorg", "openness": "internal"}


def _dissent(*, public: bool = True, author: Person | None = None) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    words = {"why": "Daarom", "trade": "zorg"}
    row = Dissent.objects.get_or_create(challenge=challenge, author=author, otherwise="Zo niet", defaults=words)[0]
    return {"slug": challenge.slug, "pk": row.pk}


OBJECTS: Objects = {
    "dissent of a colleague": lambda me: _dissent(),
    "dissent of mine": lambda me: _dissent(author=me),
    "dissent of mine in a closed challenge": lambda me: _dissent(public=False, author=me),
    "dissent of another challenge": lambda me: {**_dissent(), "slug": challenge_that_is(public=False).slug},
}


def _own(data: dict[str, Any]) -> list[Row]:
    return [
        Row("GET", of="dissent of mine", strangers=LOG_IN, staff=200),
        Row("POST", of="dissent of mine", data=data, strangers=LOG_IN, staff=302),
        Row("GET", of="dissent of a colleague", strangers=LOG_IN, staff=404, challenge_manager=403),
        Row("POST", of="dissent of a colleague", data=data, strangers=LOG_IN, staff=404, challenge_manager=403),
    ]


def _filing(of: str) -> list[Row]:
    return [
        Row("GET", of=of, strangers=LOG_IN, outside=403, staff=200),
        Row("POST", of=of, data=FILED, strangers=LOG_IN, outside=403, staff=302),
    ]


ROWS: Matrix = {
    "course:dissents": [
        Row("GET", of="an open challenge", strangers=LOG_IN, outside=403, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
    ],
    "course:file_dissent": _filing("an open challenge"),
    "course:dissent_from": [
        *_filing("a choice"),
        Row("GET", of="a closed choice", strangers=LOG_IN, outside=404, staff=200),
    ],
    "course:dissent": [
        Row("GET", of="dissent of a colleague", strangers=LOG_IN, staff=404, challenge_manager=200),
        Row("GET", of="dissent of mine", strangers=LOG_IN, staff=200),
        Row("GET", of="dissent of mine in a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row("GET", of="dissent of another challenge", strangers=LOG_IN, staff=404),
    ],
    "course:correct_dissent": _own(FILED | {"why": "Hierom"}),
    "course:add_to_dissent": _own({"text": "En dit."}),
    "course:open_dissent": _own({"openness": "nameless"}),
    "course:answer_dissent": [
        Row("GET", of="dissent of a colleague", strangers=LOG_IN, staff=404, challenge_manager=200),
        Row(
            "POST",
            of="dissent of a colleague",
            data={"reply": "stands", "reason": "Daarom", "decided_by": "het college"},
            strangers=LOG_IN,
            staff=404,
            challenge_manager=302,
        ),
        Row("GET", of="dissent of mine", strangers=LOG_IN, staff=403),
    ],
}
