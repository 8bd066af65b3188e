"""Who may do what in the house itself: challenges, people, and the pages for everyone."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.people.links import LinkKind, key_for
from meervoud_web.people.models import Person, Role, RoleAssignment
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

NEW_CHALLENGE = {"title": "Een nieuwe opgave", "question": "Wat nu?", "status": "explore"}


def challenge_that_is(*, public: bool) -> Challenge:
    word = "open" if public else "gesloten"
    return Challenge.objects.get_or_create(
        slug=f"een-{word}-opgave", defaults={"title": f"Een {word} opgave", "question": "?", "is_public": public}
    )[0]


def somebody(*, invited: bool = False) -> Person:
    email = "gast@meerdam.example" if invited else "ander@meerdam.example"
    found = Person.objects.filter(email=email).first()
    if found is None:
        password, at = (None, timezone.now()) if invited else ("een lange zin werkt", None)
        found = Person.objects.create_person(email=email, name="Iemand anders", password=password, invited_at=at)
        RoleAssignment.objects.create(person=found, role=Role.CLERK)
    return found


def _role_of(person: Person) -> dict[str, Any]:
    return {"pk": person.pk, "assignment": person.assignments.get(role=Role.CLERK).pk}


def _part(*, public: bool) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    given = Involvement.objects.get_or_create(person=somebody(), challenge=challenge, role=Part.TEAM_MEMBER)[0]
    return {"slug": challenge.slug, "pk": given.pk}


def _part_in_another() -> dict[str, Any]:
    return {**_part(public=True), "slug": challenge_that_is(public=False).slug}


def _thread_of(*, public: bool) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    return {"slug": challenge_that_is(public=True).slug, "kind": "challenge", "pk": challenge.pk}


OBJECTS: Objects = {
    "": lambda me: {},
    "an open challenge": lambda me: {"slug": challenge_that_is(public=True).slug},
    "a closed challenge": lambda me: {"slug": challenge_that_is(public=False).slug},
    "a part in an open challenge": lambda me: _part(public=True),
    "a part in another challenge": lambda me: _part_in_another(),
    "the thread of an open challenge": lambda me: _thread_of(public=True),
    "the thread of a closed challenge": lambda me: _thread_of(public=False),
    "the thread of somebody's part": lambda me: {**_part(public=True), "kind": "involvement"},
    "the thread of no kind": lambda me: {**_thread_of(public=True), "kind": "person"},
    "no challenge": lambda me: {"slug": "die-is-er-niet"},
    "somebody else": lambda me: {"pk": somebody().pk},
    "somebody who was invited": lambda me: {"pk": somebody(invited=True).pk},
    "oneself": lambda me: {"pk": me.pk if me else 0},
    "nobody": lambda me: {"pk": 987_654},
    "a role of somebody else": lambda me: _role_of(somebody()),
    "a role of another person": lambda me: {**_role_of(somebody()), "pk": somebody(invited=True).pk},
    "a good invitation": lambda me: {"key": key_for(somebody(invited=True), LinkKind.INVITATION)},
    "a good reset link": lambda me: {"key": key_for(somebody(), LinkKind.RESET)},
    "a good log-in link": lambda me: {"key": key_for(somebody(), LinkKind.LOG_IN)},
    "a false link": lambda me: {"key": "nagemaakt"},
    "English": lambda me: {"code": "en"},
    "Klingon": lambda me: {"code": "tlh"},
}

_FOR_ADMINISTRATOR = {"strangers": LOG_IN, "staff": 403}

ASKED = {"question": "Wat dan?", "reason": "Daarom", "version": 1}
TURNED = {"status": "try", "why": "Daarom", "version": 1}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


_FOR_MANAGERS = {"strangers": LOG_IN, "staff": 403, **_managers(302)}
_READ_LIKE_THE_CHALLENGE = [
    Row("GET", of="an open challenge", everyone=200),
    Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    Row("GET", of="no challenge", everyone=404),
]

ROWS: Matrix = {
    # --- for everyone ---------------------------------------------------------------------------------
    "challenges:front": [Row("GET", everyone=200)],
    "openapi": [Row("GET", everyone=200)],
    "openapi-of-version": [Row("GET", everyone=200)],
    "people:privacy": [Row("GET", everyone=200)],
    "ui:accessibility": [Row("GET", everyone=200)],
    "ui:method": [Row("GET", everyone=200)],
    "ui:security_txt": [Row("GET", everyone=200)],
    "ui:language": [
        Row("GET", of="English", everyone=302),
        Row("GET", of="Klingon", everyone=404),
    ],
    # --- challenges -----------------------------------------------------------------------------------
    "challenges:challenge": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="no challenge", everyone=404),
    ],
    "challenges:start": [
        Row("GET", strangers=LOG_IN, staff=403, administrator=200, challenge_manager=200),
        Row("POST", data=NEW_CHALLENGE, strangers=LOG_IN, staff=403, administrator=302, challenge_manager=302),
    ],
    "challenges:edit": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, administrator=200, challenge_manager=200),
        Row("GET", of="no challenge", strangers=LOG_IN, staff=403, administrator=404, challenge_manager=404),
        Row(
            "POST",
            of="a closed challenge",
            data=NEW_CHALLENGE | {"version": 1},
            strangers=LOG_IN,
            staff=403,
            administrator=302,
            challenge_manager=302,
        ),
    ],
    "challenges:question": _READ_LIKE_THE_CHALLENGE,
    "challenges:timeline": _READ_LIKE_THE_CHALLENGE,
    "challenges:ask": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, administrator=200, challenge_manager=200),
        Row("POST", of="a closed challenge", data=ASKED, **_FOR_MANAGERS),
        Row("POST", of="no challenge", data=ASKED, strangers=LOG_IN, staff=403, **_managers(404)),
    ],
    "challenges:turn": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(200)),
        Row("POST", of="a closed challenge", data=TURNED, **_FOR_MANAGERS),
    ],
    "challenges:people": [
        Row("GET", of="an open challenge", strangers=LOG_IN, outside=403, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row("POST", of="an open challenge", strangers=LOG_IN, staff=403, **_managers(200)),
    ],
    "challenges:end_part": [
        Row("POST", of="a part in an open challenge", **_FOR_MANAGERS),
        Row("POST", of="a part in another challenge", strangers=LOG_IN, staff=403, **_managers(404)),
    ],
    "challenges:load": [Row("GET", strangers=LOG_IN, outside=403, staff=200)],
    "challenges:thread": [
        Row("GET", of="the thread of an open challenge", everyone=200),
        Row("GET", of="the thread of a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="the thread of somebody's part", strangers=404, outside=404, staff=200),
        Row("GET", of="the thread of no kind", everyone=404),
    ],
    "challenges:municipality": [
        Row("GET", **_FOR_ADMINISTRATOR, administrator=200),
        Row("POST", data={"name": "Meerdam"}, **_FOR_ADMINISTRATOR, administrator=302),
    ],
    # --- coming in ------------------------------------------------------------------------------------
    "people:log_in": [Row("GET", strangers=200, staff=302), Row("POST", strangers=200, staff=302)],
    "people:log_out": [Row("POST", everyone=302)],
    "people:forgot_password": [
        Row("GET", everyone=200),
        Row("POST", data={"email": "wie@meerdam.example"}, everyone=200),
    ],
    "people:ask_for_log_in_link": [
        Row("GET", strangers=200, staff=302, outside=302),
        Row("POST", data={"email": "wie@meerdam.example"}, strangers=200, staff=302, outside=302),
    ],
    "people:log_in_with_link": [
        Row("GET", of="a good log-in link", everyone=200),
        Row("GET", of="a good reset link", everyone=410),
        Row("GET", of="a false link", everyone=410),
        Row("POST", of="a good log-in link", everyone=302),
        Row("POST", of="a good invitation", everyone=410),
        Row("POST", of="a false link", everyone=410),
    ],
    "people:accept_invitation": [
        Row("GET", of="a good invitation", everyone=200),
        Row("GET", of="a good reset link", everyone=410),
        Row("GET", of="a false link", everyone=410),
        Row("POST", of="a good invitation", data={"password": "kort"}, everyone=200),
        Row("POST", of="a false link", data={"password": "een heel lange zin"}, everyone=410),
    ],
    "people:reset_password": [
        Row("GET", of="a good reset link", everyone=200),
        Row("GET", of="a good invitation", everyone=410),
        Row("GET", of="a false link", everyone=410),
        Row("POST", of="a good reset link", data={"password": "een heel lange zin"}, everyone=302),
    ],
    # --- one's own account ----------------------------------------------------------------------------
    "people:own_page": [
        Row("GET", strangers=LOG_IN, staff=200),
        Row("POST", data={"name": "Ik", "language": "nl"}, strangers=LOG_IN, staff=302),
    ],
    "people:change_password": [
        Row("GET", strangers=LOG_IN, staff=200),
        Row("POST", strangers=LOG_IN, staff=200),
    ],
    "people:end_other_sessions": [Row("POST", strangers=LOG_IN, staff=302)],
    # --- accounts of others ---------------------------------------------------------------------------
    "people:list": [Row("GET", **_FOR_ADMINISTRATOR, administrator=200)],
    "people:invite": [
        Row("GET", **_FOR_ADMINISTRATOR, administrator=200),
        Row(
            "POST",
            data={"name": "Nieuw", "email": "nieuw@meerdam.example", "role": "clerk"},
            **_FOR_ADMINISTRATOR,
            administrator=302,
        ),
    ],
    "people:person": [
        Row("GET", of="somebody else", **_FOR_ADMINISTRATOR, administrator=200),
        Row("GET", of="oneself", **_FOR_ADMINISTRATOR, administrator=200),
        Row("GET", of="nobody", **_FOR_ADMINISTRATOR, administrator=404),
        Row("POST", of="oneself", data={"role": "clerk"}, **_FOR_ADMINISTRATOR, administrator=302),
        Row("POST", of="somebody else", data={"role": "clerk"}, **_FOR_ADMINISTRATOR, administrator=302),
    ],
    "people:invite_again": [
        Row("POST", of="somebody who was invited", **_FOR_ADMINISTRATOR, administrator=302),
        Row("POST", of="somebody else", **_FOR_ADMINISTRATOR, administrator=404),
    ],
    "people:send_reset_link": [
        Row("POST", of="somebody else", **_FOR_ADMINISTRATOR, administrator=302),
        Row("POST", of="somebody who was invited", **_FOR_ADMINISTRATOR, administrator=403),
        Row("POST", of="nobody", **_FOR_ADMINISTRATOR, administrator=404),
    ],
    "people:deactivate": [
        Row("POST", of="somebody else", **_FOR_ADMINISTRATOR, administrator=302),
        Row("POST", of="oneself", **_FOR_ADMINISTRATOR, administrator=302),
        Row("POST", of="nobody", **_FOR_ADMINISTRATOR, administrator=404),
    ],
    "people:reactivate": [Row("POST", of="somebody else", **_FOR_ADMINISTRATOR, administrator=302)],
    "people:end_role": [
        Row("POST", of="a role of somebody else", **_FOR_ADMINISTRATOR, administrator=302),
        Row("POST", of="a role of another person", **_FOR_ADMINISTRATOR, administrator=404),
    ],
}
