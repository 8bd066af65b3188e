"""What a browser, a proxy or a stranger's link sends along changes nothing of whose site this is."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations.models import Vote
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Participation, Round, State
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import device_client, open_round, participation_of, send, statement_ids

pytestmark = pytest.mark.django_db

EVIL = "kwaad.example"
COOKIES = {
    "far too long": f"deelnemer={'x' * 60_000}; sessionid={'y' * 60_000}",
    "signs that no cookie has": 'deelnemer="\\000\\377; sessionid=\'"; csrftoken=\x01\x7f',
    "bytes of nothing": "\xff\xfe=\xff; deelnemer=\xc3\x28",
    "no pairs at all": "=;;;==;deelnemer;=x; ; sessionid",
    "a language that is a path": "django_language=../../etc/passwd; sessionid=../../x",
    "ten thousand of them": "; ".join(f"c{number}=1" for number in range(10_000)),
}


@pytest.fixture
def round_() -> Round:
    return open_round()


@pytest.mark.parametrize("cookie", COOKIES.values(), ids=COOKIES.keys())
def test_cookies_of_garbage_are_no_cookies(round_: Round, cookie: str) -> None:
    client = Client(raise_request_exception=False)
    code = round_.code
    for page in ("/", "/inloggen/", "/volg/", f"/r/{code}/", f"/r/{code}/bedankt/", "/v1/rounds"):
        plain = client.get(page).status_code
        assert client.get(page, headers={"cookie": cookie}).status_code == plain, page
    data = {"token": "x", "request_id": str(uuid4()), "stelling": statement_ids(round_)[0], "reactie": "eens"}
    assert client.post(f"/r/{code}/stelling/", data, headers={"cookie": cookie}).status_code == 403
    assert not Participation.objects.exists()


def test_a_host_that_is_not_ours_gets_no_page_and_no_letter(make_person: MakePerson, round_: Round) -> None:
    person = make_person(Role.FACILITATOR)
    client = Client(raise_request_exception=False)
    for host in (EVIL, f"localhost@{EVIL}", f"localhost.{EVIL}", f"{EVIL}:80"):
        answer = client.get(f"/r/{round_.code}/", headers={"host": host})
        assert answer.status_code == 400, host
        assert EVIL not in answer.content.decode()
        client.post("/wachtwoord-vergeten/", {"email": person.email}, headers={"host": host})
    assert mail.outbox == []


def test_what_a_header_says_about_the_host_is_not_believed(
    make_person: MakePerson, client_of: ClientOf, round_: Round
) -> None:
    client = client_of(make_person(Role.FACILITATOR))
    headers = {"x-forwarded-host": EVIL, "x-host": EVIL, "forwarded": f"host={EVIL}", "x-original-url": "/beheer/"}
    for page in (f"/rondes/{round_.pk}/uitnodigen/", f"/rondes/{round_.pk}/", "/openapi.json"):
        answer = client.get(page, headers=headers)
        assert answer.status_code == 200
        assert EVIL not in answer.content.decode(), page


def test_no_header_or_field_makes_another_method_of_a_request(
    make_person: MakePerson, client_of: ClientOf, round_: Round
) -> None:
    device = new_device_secret()
    actions.participate(round_, device=device)
    override = {"x-http-method-override": "DELETE", "x-http-method": "DELETE", "x-method-override": "DELETE"}
    own = f"/v1/rounds/{round_.code}/participations/own"
    mine = {"authorization": f"Bearer {device}"}
    for asked in (f"{own}?_method=DELETE", own):
        answer = Client().post(asked, {"_method": "DELETE"}, headers={**mine, **override})
        assert answer.status_code == 405
    assert Participation.objects.count() == 1
    staff = client_of(make_person(Role.FACILITATOR))
    page = f"/rondes/{round_.pk}/sluiten/?_method=POST"
    staff.get(page, headers={"x-http-method-override": "POST"})
    round_.refresh_from_db()
    assert round_.state == State.OPEN


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "\tjavascript:x",
    ],
)
def test_the_link_of_the_municipality_is_a_page_on_the_web(
    administrator: Person, client_of: ClientOf, link: str
) -> None:
    Municipality.objects.create(pk=1, name="Meerdam", formal_link="https://meerdam.example/")
    data = {"name": "Meerdam", "formal_link": link, "contact_email": ""}
    assert client_of(administrator).post("/gemeente/", data).status_code in {200, 422}
    assert Municipality.objects.get().formal_link == "https://meerdam.example/"


ELSEWHERE = (
    f"https://{EVIL}/", f"//{EVIL}/", f"///{EVIL}", f"/\\{EVIL}", f"\\\\{EVIL}", f"http:{EVIL}", f"\t//{EVIL}",
    f"https:///{EVIL}", "javascript:alert(1)", f"/%09/{EVIL}", f"http://localhost@{EVIL}/",
)  # fmt: skip


def leads_away(answer: HttpResponse) -> bool:
    place = answer.headers.get("Location", "").replace("\\", "/").strip()
    return place.startswith("//") or ":" in place.split("?")[0]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_address_of_ours_leads_to_another_site(make_person: MakePerson, round_: Round, target: str) -> None:
    person = make_person(Role.FACILITATOR)
    person.set_password("langs-de-dijk-fietsen")
    person.save()
    client = Client(raise_request_exception=False)
    said = {"username": person.email, "password": "langs-de-dijk-fietsen", "next": target}
    answers = [
        client.get("/taal/en/", {"naar": target}),
        client.post(f"/inloggen/?next={target}", said),
        client.get("/inloggen/", {"next": target}),
        client.get("/r/", {"code": target}),
        client.get(f"/r/{round_.code}/stelling/", {"let-op": target, "next": target}),
    ]
    assert [one.headers.get("Location") for one in answers if leads_away(one)] == []


# --- back, and two tabs -------------------------------------------------------------------------------------


def test_two_tabs_and_the_way_back_leave_one_reaction_the_last_one(round_: Round) -> None:
    client, page, first = device_client(), f"/r/{round_.code}/stelling/", statement_ids(round_)[0]
    one_tab, other_tab = str(uuid4()), str(uuid4())
    for request_id, said in (
        (one_tab, "eens"),
        (other_tab, "oneens"),
        (one_tab, "eens"),
    ):  # the last: back
        answer = send(client, page, round_, stelling=first, reactie=said, request_id=request_id)
        assert answer.status_code == 303
    assert Vote.objects.get().value == -1


def test_a_tab_that_stayed_open_does_nothing_after_everything_was_taken_back(round_: Round) -> None:
    client, first = device_client(round_), statement_ids(round_)[0]
    page = f"/r/{round_.code}/stelling/"
    send(client, page, round_, stelling=first, reactie="eens")
    actions.withdraw_everything(participation_of(client, round_))
    late = send(client, page, round_, stelling=first, reactie="oneens")
    assert late.status_code == 303
    kept = list(Vote.objects.values_list("value", flat=True))
    assert kept in ([], [-1])  # nothing, or a new beginning: never what was taken back
