"""Who may follow people, read what they tell, and let a panel choose; a teller has only their own code."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from meervoud_web.stories.models import Consent, Domain, Story, StoryState, Teller
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

SOON = timezone.localdate() + timedelta(days=30)
CONSENT = {"purpose": "leren", "reach": "everyone", "until": SOON, "how": "op papier"}
TOLD = {"domain": "life", "told_on": "2026-01-05", "text": "Het gaat beter."}


def _teller(*, public: bool = True) -> Teller:
    challenge = challenge_that_is(public=public)
    teller, is_new = Teller.objects.get_or_create(challenge=challenge, pseudonym="Merel")
    if is_new:
        Consent.objects.create(teller=teller, **CONSENT)
    return teller


def _of(teller: Teller) -> dict[str, Any]:
    return {"slug": teller.challenge.slug, "pk": teller.pk}


def _story(*, public: bool = True, agreed: bool = False) -> dict[str, Any]:
    teller = _teller(public=public)
    state = {"state": StoryState.AGREED, "settled_at": timezone.now()} if agreed else {}
    row = Story.objects.get_or_create(
        teller=teller, domain=Domain.LIFE, text="Klopt." if agreed else "Klopt het?", defaults=state
    )[0]
    return {"slug": teller.challenge.slug, "pk": row.pk}


OBJECTS: Objects = {
    "a teller": lambda me: _of(_teller()),
    "a teller of another challenge": lambda me: {**_of(_teller()), "slug": challenge_that_is(public=False).slug},
    "a story that waits": lambda me: _story(),
    "an agreed story": lambda me: _story(agreed=True),
    "an agreed story of a closed challenge": lambda me: _story(public=False, agreed=True),
    "a teller's code": lambda me: {"code": _teller().code},
    "no teller's code": lambda me: {"code": "BBBBBBBBBBBB"},
}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


def _working(of: str, data: dict[str, Any] | None = None) -> list[Row]:
    return [
        Row("GET", of=of, strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of=of, data=data, strangers=LOG_IN, staff=403, **_managers(302)),
    ]


def _on_a_waiting_story(data: dict[str, Any]) -> list[Row]:
    return [
        Row("GET", of="a story that waits", strangers=LOG_IN, staff=404, **_managers(200)),
        Row("POST", of="a story that waits", data=data, strangers=LOG_IN, staff=404, **_managers(302)),
    ]


ROWS: Matrix = {
    "stories:stories": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "stories:story": [
        Row("GET", of="a story that waits", everyone=404, **_managers(200)),
        Row("GET", of="an agreed story", everyone=200),
        Row("GET", of="an agreed story of a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "stories:rewrite": [
        *_on_a_waiting_story(TOLD | {"version": 1}),
        Row("GET", of="an agreed story", strangers=LOG_IN, staff=403, **_managers(200)),
    ],
    "stories:agreed": _on_a_waiting_story({"version": 1, "how": "voorgelezen"}),
    "stories:choose": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of="an open challenge", data={"panel": "a"}, strangers=LOG_IN, staff=403, **_managers(422)),
    ],
    "stories:follow": _working("an open challenge", CONSENT | {"pseudonym": "Specht"}),
    "stories:teller": [
        Row("GET", of="a teller", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("GET", of="a teller of another challenge", strangers=LOG_IN, outside=404, staff=403, **_managers(404)),
    ],
    "stories:consent": _working("a teller", CONSENT),
    "stories:tell": _working("a teller", TOLD),
    "stories:withdraw": _working("a teller"),
    "stories:own": [
        Row("GET", of="a teller's code", everyone=200),
        Row("GET", of="no teller's code", everyone=404),
        Row("POST", of="a teller's code", data={"stap": "weg"}, everyone=403),
    ],
}
