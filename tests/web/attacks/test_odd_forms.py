"""Every form of every page, filled with what no form expects: an answer in words, and never a failure of ours."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import product
from urllib.parse import urljoin

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from meervoud_web.people.models import Person, Role
from tests.web.attacks.planting import every_address, furnish
from tests.web.conftest import MakePerson
from tests.web.permissions.taking_part import DEVICE

pytestmark = pytest.mark.django_db

ODD = {
    "a sign that no keyboard types": "abc\x00def",
    "half a sign": "abc\ud83d",
    "a megabyte": "x" * 1_000_000,
    "signs of everywhere": "👩‍👩‍👧 \u202eטקסט\u202c Z̸̡̛͎a̴͔͝l̵͖͠g̶̱̈o̷ \ufeff\u2028",
    "a number far too large": "9" * 40,
    "less than nothing": "-1",
    "a line break for a header": "x\r\nSet-Cookie: gestolen=1",
}
FIRST = ("a sign that no keyboard types", "half a sign")
LEFT_ALONE = {"token", "csrfmiddlewaretoken"}
AWAY = {"/uitloggen/"}


class Forms(HTMLParser):
    """The forms of a page: where each goes, and its fields with what they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], set[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "").lower() == "post":
            self.inside = True
            self.found.append((given.get("action", ""), {}, set()))
        elif self.inside and "name" in given and tag in ("input", "textarea", "select", "button"):
            _action, fields, hidden = self.found[-1]
            fields.setdefault(given["name"], given.get("value", ""))
            if given.get("type") == "hidden":
                hidden.add(given["name"])

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


@pytest.fixture
def me(make_person: MakePerson) -> Person:
    return make_person(Role.ADMINISTRATOR)


def pages(me: Person) -> list[str]:
    found = [reverse(name, kwargs=of) for name, of in furnish(me) + every_address(me)]
    return [one for one in dict.fromkeys(found) if not one.endswith((".pdf", ".zip", ".csv", ".json", ".svg"))]


def visitors(me: Person) -> list[Client]:
    both = [Client(raise_request_exception=False), Client(raise_request_exception=False)]
    both[0].force_login(me)
    for client in both:
        client.cookies["deelnemer"] = DEVICE
    return both


def forms_of(client: Client, page: str) -> list[tuple[str, dict[str, str], set[str]]]:
    answer = client.get(page)
    if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
        return []
    parser = Forms()
    parser.feed(answer.content.decode())
    return [(urljoin(page, action), fields, hidden) for action, fields, hidden in parser.found]


def _quoted(value: str) -> str:
    return "".join(f"%{byte:02X}" for byte in value.encode("utf-8", "surrogatepass"))


def test_no_form_fails_on_what_it_does_not_expect(me: Person) -> None:
    assert what_fails(me, words=[ODD[name] for name in FIRST], keeping_what_is_hidden=[True]) == []


@pytest.mark.deep
def test_no_form_fails_on_anything(me: Person) -> None:
    assert what_fails(me, words=list(ODD.values()), keeping_what_is_hidden=[True, False]) == []


def what_fails(me: Person, *, words: list[str], keeping_what_is_hidden: list[bool]) -> list[str]:
    """Send every kind of form with each of these words in all its fields."""
    found, done = [], set()
    addresses = pages(me)
    for client in visitors(me):
        for page in addresses:
            for action, fields, hidden in forms_of(client, page):
                kind = (frozenset(fields), action.rstrip("/").rsplit("/", 1)[-1])
                if kind in done or action in AWAY:
                    continue
                done.add(kind)
                for one, keeps in product(words, keeping_what_is_hidden):
                    answer = send(client, action, fields, one, kept=hidden if keeps else set())
                    if answer.status_code >= 500 or "gestolen" in answer.cookies:
                        found.append(f"{action} {sorted(fields)}: {one[:40]!r} gives {answer.status_code}")
    assert len(done) > 25
    return found


def send(client: Client, action: str, fields: dict[str, str], words: str, *, kept: set[str]) -> HttpResponse:
    data = {name: value if name in LEFT_ALONE | kept else words for name, value in fields.items()}
    with transaction.atomic():
        body = "&".join(f"{name}={_quoted(value)}" for name, value in data.items())
        answer = client.generic("POST", action, body, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return answer
