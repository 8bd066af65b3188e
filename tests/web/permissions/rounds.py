"""Who may do what with stellingenrondes."""

from __future__ import annotations

from meervoud_web.conversations.models import Conversation
from tests.web.conversations.ready import ready_at_once
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row


def conversation_that_is(*, open_challenge: bool, public: bool) -> Conversation:
    title = f"{open_challenge} {public}"
    found = Conversation.objects.filter(title=title).first()
    challenge = challenge_that_is(public=open_challenge)
    return found or ready_at_once(challenge, title=title, public=public)


def _of(*, open_challenge: bool, public: bool, **more: str) -> dict[str, object]:
    return {"conversation_id": conversation_that_is(open_challenge=open_challenge, public=public).pk, **more}


OBJECTS: Objects = {
    "an open round": lambda me: _of(open_challenge=True, public=True),
    "a closed round": lambda me: _of(open_challenge=True, public=False),
    "an open round of a closed challenge": lambda me: _of(open_challenge=False, public=True),
    "no round": lambda me: {"conversation_id": 987_654},
    "a list of an open round": lambda me: _of(open_challenge=True, public=True, key="shared"),
    "a list of a closed round": lambda me: _of(open_challenge=True, public=False, key="shared"),
    "no list": lambda me: _of(open_challenge=True, public=True, key="ander"),
    **{
        f"the {kind} of {which}": (
            lambda me, kind=kind, public=public: _of(open_challenge=True, public=public, kind=kind)
        )
        for kind in (
            "polis.zip",
            "reacties.csv",
            "stellingen.csv",
            "meningenlandschap.svg",
            "meningenlandschap.json",
        )
        for which, public in (("an open round", True), ("a closed round", False))
    },
    "another file": lambda me: _of(open_challenge=True, public=True, kind="geheim.txt"),
}

_MANAGERS = {"administrator": 302, "challenge_manager": 302, "facilitator": 302}
_MANAGERS_READ = {"administrator": 200, "challenge_manager": 200, "facilitator": 200}
_OTHERS_NOT = {"strangers": LOG_IN, "staff": 403}


def _readable() -> list[Row]:
    return [
        Row("GET", of="an open round", everyone=200),
        Row("GET", of="a closed round", strangers=404, outside=404, staff=200),
        Row("GET", of="an open round of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="no round", everyone=404),
    ]


def _managed() -> list[Row]:
    return [
        Row("GET", of="a closed round", outside=404, **_OTHERS_NOT, **_MANAGERS_READ),
        Row("GET", of="no round", strangers=LOG_IN, staff=404),
        Row("POST", of="a closed round", outside=404, **_OTHERS_NOT, **_MANAGERS),
        Row("POST", of="an open round", **_OTHERS_NOT, **_MANAGERS),
        Row("POST", of="no round", strangers=LOG_IN, staff=404),
    ]


ROWS: Matrix = {
    "conversations:upload": [
        Row("GET", of="an open challenge", **_OTHERS_NOT, **_MANAGERS_READ),
        Row("GET", of="no challenge", strangers=LOG_IN, staff=404),
        Row(
            "POST",
            of="a closed challenge",
            outside=404,
            data={"title": "t", "assurance": "0"},
            **_OTHERS_NOT,
            administrator=422,
            challenge_manager=422,
            facilitator=422,
        ),
    ],
    "conversations:result": _readable(),
    "conversations:statements": _readable(),
    "conversations:embed": [
        Row("GET", of="an open round", everyone=200),
        Row("GET", of="a closed round", everyone=404),
        Row("GET", of="an open round of a closed challenge", everyone=404),
        Row("GET", of="no round", everyone=404),
    ],
    "conversations:computation": _readable(),
    "conversations:progress": [
        Row("GET", of="an open round", everyone=302),
        Row("GET", of="a closed round", strangers=404, outside=404, staff=302),
        Row("GET", of="an open round of a closed challenge", strangers=404, outside=404, staff=302),
        Row("GET", of="no round", everyone=404),
    ],
    "conversations:points": [
        Row("GET", of="a list of an open round", everyone=200),
        Row("GET", of="a list of a closed round", strangers=404, outside=404, staff=200),
        Row("GET", of="no list", everyone=404),
    ],
    "conversations:download": [
        row
        for kind in (
            "polis.zip",
            "reacties.csv",
            "stellingen.csv",
            "meningenlandschap.svg",
            "meningenlandschap.json",
        )
        for row in (
            Row("GET", of=f"the {kind} of an open round", everyone=200),
            Row("GET", of=f"the {kind} of a closed round", strangers=404, outside=404, staff=200),
        )
    ]
    + [Row("GET", of="another file", everyone=404)],
    "conversations:again": [
        Row("POST", of="a closed round", outside=404, **_OTHERS_NOT, **_MANAGERS),
        Row("POST", of="no round", strangers=LOG_IN, staff=404),
    ],
    "conversations:open": _managed(),
    "conversations:close": _managed(),
    "conversations:groups": [
        Row("GET", of="a closed round", outside=404, **_OTHERS_NOT, **_MANAGERS_READ),
        Row("GET", of="no round", strangers=LOG_IN, staff=404),
        Row("POST", of="a closed round", outside=404, **_OTHERS_NOT, **_MANAGERS),
        Row("POST", of="no round", strangers=LOG_IN, staff=404),
    ],
}
