"""Who may do what with framings, the three questions and the role of the government."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from meervoud_web.framings.models import Framing, FramingVersion, GovernmentTopic
from meervoud_web.people.models import Person
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

ID = str(UUID(int=404))


def _framing(*, public: bool, confirmed: bool) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    framing = Framing.objects.get_or_create(challenge=challenge, actor="ja" if confirmed else "nee")[0]
    recognised = "confirmed" if confirmed else "waiting"
    given = {"problem": "?", "recognised": recognised, "is_shown": confirmed}
    FramingVersion.objects.get_or_create(framing=framing, number=1, defaults=given)
    return {"slug": challenge.slug, "pk": framing.pk}


def _topic() -> dict[str, Any]:
    challenge = challenge_that_is(public=True)
    return {
        "slug": challenge.slug,
        "pk": GovernmentTopic.objects.get_or_create(challenge=challenge, about="?")[0].pk,
    }


def _in_another(me: Person | None) -> dict[str, Any]:
    return {**_framing(public=True, confirmed=True), "slug": challenge_that_is(public=False).slug}


OBJECTS: Objects = {
    "a confirmed framing": lambda me: _framing(public=True, confirmed=True),
    "a framing that waits": lambda me: _framing(public=True, confirmed=False),
    "a confirmed framing of a closed challenge": lambda me: _framing(public=False, confirmed=True),
    "a framing of another challenge": _in_another,
    "a topic": lambda me: _topic(),
}

WORKS = {"administrator", "challenge_manager"}
ANSWERED = {
    f"{name}{end}": value for name in ("agreed", "known", "foreseen") for end, value in (("", 3), ("_why", "x"))
}


def _works(answer: int) -> dict[str, int]:
    return dict.fromkeys(sorted(WORKS), answer)


ROWS: Matrix = {
    "framings:beside": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "framings:framing": [
        Row("GET", of="a confirmed framing", everyone=200),
        Row("GET", of="a framing that waits", strangers=404, outside=404, staff=200),
        Row("GET", of="a confirmed framing of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="a framing of another challenge", everyone=404),
    ],
    "framings:begin": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_works(200)),
        Row(
            "POST",
            of="an open challenge",
            data={"actor": "Wij", "problem": "?", "request_id": ID},
            strangers=LOG_IN,
            staff=403,
            **_works(302),
        ),
    ],
    "framings:answer": [
        Row(
            "POST",
            of="a confirmed framing",
            data={"number": 1, "answer": "yes"},
            strangers=LOG_IN,
            staff=403,
        ),
        Row("POST", of="a framing that waits", strangers=LOG_IN, outside=404, staff=403),
    ],
    "framings:rewrite": [
        Row("GET", of="a confirmed framing", strangers=LOG_IN, staff=403, **_works(200)),
        Row(
            "POST",
            of="a confirmed framing",
            data={"problem": "!", "reason": "x", "number": 1},
            strangers=LOG_IN,
            staff=403,
            **_works(302),
        ),
    ],
    "framings:speaker": [
        Row("POST", of="a framing that waits", strangers=LOG_IN, outside=404, staff=403, **_works(302)),
    ],
    "framings:judging": [
        Row("GET", of="an open challenge", strangers=LOG_IN, outside=403, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row("POST", of="an open challenge", data=ANSWERED, strangers=LOG_IN, outside=403, staff=200),
    ],
    "framings:role": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "framings:ask_role": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_works(200)),
        Row("POST", of="an open challenge", data={"about": "dit"}, strangers=LOG_IN, staff=403, **_works(302)),
    ],
    "framings:place": [
        Row("GET", of="a topic", strangers=LOG_IN, staff=403, **_works(200)),
        Row(
            "POST",
            of="a topic",
            data={"of": "actual", "rung": 2, "since": "2026-01-01", "why": "x", "request_id": ID},
            strangers=LOG_IN,
            staff=403,
            **_works(302),
        ),
    ],
}
