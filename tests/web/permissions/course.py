"""Who may read and keep the course of a challenge."""

from __future__ import annotations

from typing import Any

from meervoud_web.course.models import Assumption, Choice, Evidence, MainLine
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

WORDS = {"title": "Buren helpen", "condition": "a", "result": "b", "because": "c", "start": "50"}
CHOSEN = {"what": "Een proef", "chosen_by": "team", "mandate": "directie", "chosen_on": "2026-01-05"}
CHOSEN |= {"weighed": "a", "on_monday": "b", "courage": "c"}


def _assumption(*, public: bool) -> Assumption:
    words = {key: WORDS[key] for key in ("condition", "result", "because")}
    return Assumption.objects.get_or_create(
        challenge=challenge_that_is(public=public), title="Er is een netwerk", defaults=words
    )[0]


def _line() -> dict[str, Any]:
    challenge = challenge_that_is(public=True)
    line = MainLine.objects.get_or_create(challenge=challenge, sentence="Samen")[0]
    return {"slug": challenge.slug, "pk": line.pk}


def _of(assumption: Assumption) -> dict[str, Any]:
    return {"slug": assumption.challenge.slug, "pk": assumption.pk}


def _evidence() -> dict[str, Any]:
    assumption = _assumption(public=True)
    row = Evidence.objects.get_or_create(assumption=assumption, text="Dit zag ik")[0]
    return {"slug": assumption.challenge.slug, "pk": row.pk}


def _choice(*, public: bool) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    words = {key: value for key, value in CHOSEN.items() if key != "what"}
    row = Choice.objects.get_or_create(challenge=challenge, what="Een eerste stap", defaults=words)[0]
    return {"slug": challenge.slug, "pk": row.pk}


OBJECTS: Objects = {
    "a main line": lambda me: _line(),
    "an assumption": lambda me: _of(_assumption(public=True)),
    "a closed assumption": lambda me: _of(_assumption(public=False)),
    "an assumption of another challenge": lambda me: {
        **_of(_assumption(public=False)),
        "slug": challenge_that_is(public=True).slug,
    },
    "evidence": lambda me: _evidence(),
    "a choice": lambda me: _choice(public=True),
    "a closed choice": lambda me: _choice(public=False),
}


def _keeping(of: str, data: dict[str, Any]) -> list[Row]:
    keepers = {"administrator": 200, "challenge_manager": 200}
    done = {"administrator": 302, "challenge_manager": 302}
    return [
        Row("GET", of=of, strangers=LOG_IN, staff=403, **keepers),
        Row("POST", of=of, data=data, strangers=LOG_IN, staff=403, **done),
    ]


def _reading(of: str, closed: str) -> list[Row]:
    return [Row("GET", of=of, everyone=200), Row("GET", of=closed, strangers=404, outside=404, staff=200)]


_ELSEWHERE = {"administrator": 404, "challenge_manager": 404}

ROWS: Matrix = {
    "course:course": _reading("an open challenge", "a closed challenge"),
    "course:add_line": _keeping("an open challenge", {"sentence": "Dichtbij", "why": "Daarom"}),
    "course:let_go": _keeping("a main line", {"why": "Daarom"}),
    "course:name_value": _keeping("an open challenge", {"name": "Rust", "kind": "result", "at_stake": "Veel"}),
    "course:assume": _keeping("an open challenge", WORDS),
    "course:assumption": [
        *_reading("an assumption", "a closed assumption"),
        Row("GET", of="an assumption of another challenge", everyone=404),
    ],
    "course:renew": [
        *_keeping("an assumption", {"valid_until": "2030-01-01", "why": "Daarom"}),
        Row("POST", of="an assumption of another challenge", strangers=LOG_IN, staff=403, **_ELSEWHERE),
    ],
    "course:evidence": _keeping("an assumption", {"text": "Ik zag het", "source": "Een bezoek"}),
    "course:judge": _keeping("evidence", {"finding": "gun-found", "quality": "seen"}),
    "course:choose": _keeping("an open challenge", CHOSEN),
    "course:choice": _reading("a choice", "a closed choice"),
    "course:look_again": _keeping("a choice", {"outcome": "kept", "why": "Daarom"}),
}
