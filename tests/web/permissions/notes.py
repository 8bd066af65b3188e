"""Who may note, read notes, and answer for promises and frictions."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from meervoud_web.notes.models import Friction, FrictionKind, Note, Promise
from meervoud_web.people.models import Person
from tests.web.permissions.house import challenge_that_is, somebody
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row


def _note(me: Person | None, *, mine: bool = False, shared: bool = False) -> dict[str, Any]:
    writer = me if mine and me is not None else somebody()
    found = Note.objects.filter(writer=writer, is_shared=shared).first()
    note = found or Note.objects.create(
        challenge=challenge_that_is(public=True), writer=writer, text="Gehoord.", is_shared=shared
    )
    return {"pk": note.pk}


def _promise(me: Person | None, *, mine: bool = False) -> dict[str, Any]:
    keeper = me if mine and me is not None else somebody()
    made = Promise.objects.create(
        challenge=challenge_that_is(public=True), what="Bellen", due_on=timezone.localdate(), keeper=keeper
    )
    return {"pk": made.pk}


def _friction(me: Person | None, *, mine: bool = False) -> dict[str, Any]:
    raised = Friction.objects.create(
        challenge=challenge_that_is(public=True),
        what="Geen uren",
        kind=FrictionKind.HOURS,
        by_when=timezone.localdate(),
        lifter=me if mine and me is not None else somebody(),
    )
    return {"pk": raised.pk}


OBJECTS: Objects = {
    "a note of mine": lambda me: _note(me, mine=True),
    "a note of another": _note,
    "a shared note of another": lambda me: _note(me, shared=True),
    "a promise of mine": lambda me: _promise(me, mine=True),
    "a promise of another": _promise,
    "a friction that I can lift": lambda me: _friction(me, mine=True),
    "a friction that another can lift": _friction,
}


def _sent(prefix: str, **fields: Any) -> dict[str, Any]:
    return {f"{prefix}-{name}": value for name, value in fields.items()}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


NOTED = _sent("note", text="Gehoord.", request_id=uuid4())
RAISED = _sent(
    "friction", what="x", kind="hours", lifter_role="directeur", by_when="2090-01-01", request_id=uuid4()
)
NOT_FOR_OTHERS: dict[str, int | str] = {"strangers": LOG_IN, "staff": 404}
"""Somebody who works here, and not on this challenge, does not learn that it is there."""
_FOR_WHO_WORKS_ON_IT = [
    Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(200)),
    Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=403, **_managers(200)),
    Row("GET", of="no challenge", strangers=LOG_IN, staff=404),
]
_OF_THE_WRITER = [
    Row("POST", of="a note of mine", strangers=LOG_IN, staff=302),
    Row("POST", of="a note of another", **NOT_FOR_OTHERS),
    Row("POST", of="a shared note of another", **NOT_FOR_OTHERS, **_managers(403)),
]


def _answering(data: dict[str, Any]) -> list[Row]:
    return [
        Row("POST", of="a promise of mine", data=data, strangers=LOG_IN, staff=302),
        Row("POST", of="a promise of another", data=data, **NOT_FOR_OTHERS, **_managers(302)),
    ]


ROWS: Matrix = {
    "notes:waits_for_me": [Row("GET", strangers=LOG_IN, outside=403, staff=200)],
    "notes:write": [
        *_FOR_WHO_WORKS_ON_IT,
        Row("POST", of="an open challenge", data=NOTED, strangers=LOG_IN, staff=403, **_managers(302)),
    ],
    "notes:notes": _FOR_WHO_WORKS_ON_IT,
    "notes:promises": _FOR_WHO_WORKS_ON_IT,
    "notes:frictions": _FOR_WHO_WORKS_ON_IT,
    "notes:note": [
        Row("GET", of="a note of mine", strangers=LOG_IN, staff=200),
        Row("GET", of="a note of another", **NOT_FOR_OTHERS),
        Row("GET", of="a shared note of another", **NOT_FOR_OTHERS, **_managers(200)),
    ],
    "notes:share": _OF_THE_WRITER,
    "notes:tear_up": [*_OF_THE_WRITER, Row("GET", of="a note of mine", strangers=LOG_IN, staff=200)],
    "notes:make_promise": [
        Row("POST", of="a note of mine", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of="a note of another", **NOT_FOR_OTHERS),
    ],
    "notes:raise_friction": [
        Row("POST", of="a note of mine", data=RAISED, strangers=LOG_IN, staff=403, **_managers(302)),
        Row("POST", of="a note of another", data=RAISED, **NOT_FOR_OTHERS),
    ],
    "notes:promise": [
        Row("GET", of="a promise of mine", strangers=LOG_IN, staff=200),
        Row("GET", of="a promise of another", **NOT_FOR_OTHERS, **_managers(200)),
    ],
    "notes:keep_promise": _answering(_sent("kept", version=1)),
    "notes:change_promise": _answering(
        _sent("change", version=1, what="Later bellen", due_on="2090-01-01", reason="ziek")
    ),
    "notes:let_go_of_promise": _answering(_sent("let-go", version=1, reason="kan niet")),
    "notes:friction": [
        Row("GET", of="a friction that I can lift", strangers=LOG_IN, staff=200),
        Row("GET", of="a friction that another can lift", **NOT_FOR_OTHERS, **_managers(200)),
        Row(
            "POST",
            of="a friction that I can lift",
            data={"is_lifted": "ja", "outcome": "Geregeld."},
            strangers=LOG_IN,
            staff=302,
        ),
        Row("POST", of="a friction that another can lift", **NOT_FOR_OTHERS, **_managers(200)),
    ],
}
