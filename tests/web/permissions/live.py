"""Who may hear that something moved: whoever may read it."""

from __future__ import annotations

from tests.web.permissions.matrix import Matrix, Objects, Row
from tests.web.permissions.rounds import conversation_that_is

EVERYONE, STAFF = "public-conversation", "conversation"


def _of(stream: str, *, open_challenge: bool = True, public: bool) -> dict[str, object]:
    return {"stream": stream, "subject": conversation_that_is(open_challenge=open_challenge, public=public).pk}


OBJECTS: Objects = {
    "the stream of an open round": lambda me: _of(EVERYONE, public=True),
    "the stream of a closed round": lambda me: _of(EVERYONE, public=False),
    "the stream of an open round of a closed challenge": lambda me: _of(
        EVERYONE, open_challenge=False, public=True
    ),
    "what staff hear of an open round": lambda me: _of(STAFF, public=True),
    "what staff hear of a closed round": lambda me: _of(STAFF, public=False),
    "the stream of no round": lambda me: {"stream": EVERYONE, "subject": 987_654},
    "no stream": lambda me: {"stream": "ander", "subject": 1},
}

ROWS: Matrix = {
    "live:listen": [
        Row("GET", of="the stream of an open round", everyone=200),
        Row("GET", of="the stream of a closed round", strangers=404, outside=404, staff=200),
        Row("GET", of="the stream of an open round of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="what staff hear of an open round", strangers=404, outside=404, staff=200),
        Row("GET", of="what staff hear of a closed round", strangers=404, outside=404, staff=200),
        Row("GET", of="the stream of no round", everyone=404),
        Row("GET", of="no stream", everyone=404),
    ],
}
