"""Who may hand the course of a challenge over to a new administration, and who reads how that went."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from meervoud_web.course.models import HandedLine, Handover, MainLine, Verdict
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

GIVEN = {"administration": "college 2026–2030", "starts_on": "2026-06-01"}
ANSWER = {"verdict": "confirmed", "reason": "a", "decided_by": "b", "mandate": "c", "version": 0}


def _handover(*, public: bool, finished: bool = False) -> Handover:
    now = timezone.now() if finished else None
    return Handover.objects.get_or_create(
        challenge=challenge_that_is(public=public),
        administration="een vorig college" if finished else "een nieuw college",
        defaults={"starts_on": date(2026, 6, 1), "finished_at": now},
    )[0]


def _of(handover: Handover) -> dict[str, Any]:
    return {"slug": handover.challenge.slug, "pk": handover.pk}


def _line(*, answered: bool = False) -> dict[str, Any]:
    handover = _handover(public=True)
    line = MainLine.objects.get_or_create(challenge=handover.challenge, sentence="Samen")[0]
    if answered:
        given = {"verdict": Verdict.CONFIRMED, "was": "Samen", "reason": "a"}
        HandedLine.objects.get_or_create(handover=handover, line=line, defaults=given)
    return _of(handover) | {"line": line.pk}


def _ready() -> dict[str, Any]:
    given = _line(answered=True)
    return {"slug": given["slug"], "pk": given["pk"]}


OBJECTS: Objects = {
    "a handover that goes on": lambda me: _of(_handover(public=True)),
    "a handover that can be finished": lambda me: _ready(),
    "a finished handover": lambda me: _of(_handover(public=True, finished=True)),
    "a finished handover of a closed challenge": lambda me: _of(_handover(public=False, finished=True)),
    "a handover of another challenge": lambda me: {
        **_of(_handover(public=True)),
        "slug": challenge_that_is(public=False).slug,
    },
    "a main line to hand over": lambda me: _line(),
}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


def _handing(of: str, data: dict[str, Any]) -> list[Row]:
    return [
        Row("GET", of=of, strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of=of, data=data, strangers=LOG_IN, staff=403, **_managers(302)),
    ]


ROWS: Matrix = {
    "course:begin_handover": _handing("an open challenge", GIVEN),
    "course:rename_handover": [
        *_handing("a handover that goes on", GIVEN),
        Row(
            "GET",
            of="a handover of another challenge",
            strangers=LOG_IN,
            staff=403,
            outside=404,
            **_managers(404),
        ),
        Row("GET", of="a finished handover", strangers=LOG_IN, staff=403, **_managers(404)),
    ],
    "course:hand_line": _handing("a main line to hand over", ANSWER),
    "course:call_off_handover": [
        Row("POST", of="a handover that goes on", strangers=LOG_IN, staff=403, **_managers(302)),
    ],
    "course:finish_handover": [
        Row("POST", of="a handover that can be finished", strangers=LOG_IN, staff=403, **_managers(302)),
    ],
    "course:handover": [
        Row("GET", of="a handover that goes on", everyone=404, **_managers(200)),
        Row("GET", of="a finished handover", everyone=200),
        Row("GET", of="a finished handover of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="a handover of another challenge", everyone=404),
    ],
}
