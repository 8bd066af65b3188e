"""Who may read, sort and answer what people brought in."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from meervoud_web.feedback.actions import key_of
from meervoud_web.feedback.models import NoticeAddress, Placing, Theme
from meervoud_web.rounds import actions as rounds
from meervoud_web.rounds.codes import device_follow_code
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row
from tests.web.rounds.making import open_round

DEVICE = "een toestel dat antwoord wil"


def _theme(*, public: bool = True, published: bool = True) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    theme = Theme.objects.get_or_create(
        challenge=challenge,
        title=f"Thema {published}",
        defaults={
            "answer_by": timezone.localdate(),
            "published_at": timezone.now() if published else None,
        },
    )[0]
    return {"slug": challenge.slug, "pk": theme.pk}


def _placing() -> dict[str, Any]:
    found = _theme()
    statement = open_round(challenge=challenge_that_is(public=True), question=uuid4().hex)
    thing_id = statement.conversation.statements.values_list("pk", flat=True)[0]
    placing = Placing.objects.create(theme_id=found["pk"], thing_kind="statement", thing_id=thing_id)
    return found | {"placing_id": placing.pk}


def _follower() -> dict[str, Any]:
    round_ = open_round(question=uuid4().hex)
    rounds.participate(round_, device=DEVICE)
    return {"code": device_follow_code(DEVICE, round_id=round_.pk)}


def _address() -> dict[str, Any]:
    return {"key": key_of(NoticeAddress.objects.create(round=open_round(), email="a@b.nl"))}


OBJECTS: Objects = {
    "a theme": lambda me: _theme(),
    "a theme of a closed challenge": lambda me: _theme(public=False),
    "a theme that is not published": lambda me: _theme(published=False),
    "a theme of another challenge": lambda me: _theme() | {"slug": challenge_that_is(public=False).slug},
    "a contribution under a theme": lambda me: _placing(),
    "a code that waits for an answer": lambda me: _follower(),
    "a code that is nobody's": lambda me: {"code": "BCDFG-BCDFG"},
    "an address that asked for mail": lambda me: _address(),
    "no such address": lambda me: {"key": "x"},
}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


def _act(*, get: bool = True, done: int = 422) -> list[Row]:
    """A page on which one answers people: for whoever works on the challenge."""
    method, answer = ("GET", 200) if get else ("POST", 302)
    rows = [
        Row(method, of="a theme", strangers=LOG_IN, staff=403, **_managers(answer)),
        Row(
            method,
            of="a theme of a closed challenge",
            strangers=LOG_IN,
            outside=404,
            staff=403,
            **_managers(answer),
        ),
        Row(
            method,
            of="a theme of another challenge",
            strangers=LOG_IN,
            outside=404,
            staff=403,
            **_managers(404),
        ),
    ]
    return rows + ([Row("POST", of="a theme", strangers=LOG_IN, staff=403, **_managers(done))] if get else [])


_FOR_WHO_WORKS_ON_IT = [
    Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(200)),
    Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=403, **_managers(200)),
]

ROWS: Matrix = {
    "feedback:feedback": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "feedback:theme": [
        Row("GET", of="a theme", everyone=200),
        Row("GET", of="a theme of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="a theme that is not published", everyone=404, **_managers(200)),
        Row("GET", of="a theme of another challenge", everyone=404),
    ],
    "feedback:sort": [
        *_FOR_WHO_WORKS_ON_IT,
        Row("POST", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(302)),
    ],
    "feedback:name": [
        *_FOR_WHO_WORKS_ON_IT,
        Row("POST", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(422)),
    ],
    "feedback:edit": _act(),
    "feedback:publish": _act(get=False),
    "feedback:postpone": _act(),
    "feedback:answer": _act(),
    "feedback:result": _act(),
    "feedback:add": [
        Row("GET", of="a contribution under a theme", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of="a contribution under a theme", strangers=LOG_IN, staff=403, **_managers(422)),
    ],
    "feedback:ask_notice": [
        Row("GET", of="a code that waits for an answer", everyone=200),
        Row("GET", of="a code that is nobody's", everyone=404),
        Row("POST", of="a code that waits for an answer", everyone=403),
    ],
    "feedback:notice": [
        Row("GET", of="an address that asked for mail", everyone=200),
        Row("GET", of="no such address", everyone=404),
        Row("POST", of="an address that asked for mail", everyone=403),
    ],
}
