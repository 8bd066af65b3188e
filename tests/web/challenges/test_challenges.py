from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.template import Template
from django.test import Client

from meervoud_web.challenges import actions, providers
from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.challenges.providers import Panel, register_panel
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson

WORDS = {
    "title": "Samen langer thuis",
    "question": "Hoe worden wij prettig oud in onze eigen buurt?",
    "importance": "Dat willen mensen zelf.\n\nEn het moet ook kunnen.",
    "status": "explore",
    "is_public": "on",
}
HOSTILE = "<script>window.__xss=1</script>\" onmouseover=alert(1) {{ 7|add:'7' }}"


@pytest.fixture
def desk(make_person: MakePerson, client_of: ClientOf) -> Client:
    """The browser of an opgavemanager."""
    return client_of(make_person(Role.CHALLENGE_MANAGER))


@pytest.fixture
def panels() -> Iterator[list[providers.PanelProvider]]:
    """The registered panels, put back afterwards."""
    before = list(providers._providers)
    yield providers._providers
    providers._providers[:] = before


def test_the_front_page_answers_before_anything_was_filled_in(client: Client, db: None) -> None:
    assert client.get("/").status_code == 200


def test_the_front_page_shows_the_municipality_and_only_its_open_challenges(client: Client, db: None) -> None:
    Municipality.objects.create(pk=1, name="Meerdam")
    Challenge.objects.create(title="Open", slug="open", question="?", is_public=True)
    Challenge.objects.create(title="Nog besloten", slug="dicht", question="?")
    page = client.get("/").content.decode()
    assert "Gemeente Meerdam" in page
    assert "/opgaven/open/" in page
    assert "Nog besloten" not in page


def test_the_front_page_tells_who_has_an_account_how_to_log_in(client: Client, db: None) -> None:
    assert 'href="/inloggen/"' in client.get("/").content.decode()


def test_an_opgavemanager_starts_a_challenge_that_everyone_can_read(desk: Client, client: Client) -> None:
    response = desk.post("/opgaven/nieuw/", WORDS)
    assert response["Location"] == "/opgaven/samen-langer-thuis/"
    page = client.get(response["Location"]).content.decode()
    assert WORDS["question"] in page
    assert "<p>En het moet ook kunnen.</p>" in page


def test_a_double_click_starts_one_challenge_and_both_end_on_its_page(desk: Client) -> None:
    pages = {desk.post("/opgaven/nieuw/", WORDS)["Location"] for _ in range(2)}
    assert pages == {"/opgaven/samen-langer-thuis/"}
    assert Challenge.objects.count() == 1


def test_another_challenge_with_the_same_title_is_refused_and_nothing_is_lost(desk: Client) -> None:
    desk.post("/opgaven/nieuw/", WORDS)
    response = desk.post("/opgaven/nieuw/", {**WORDS, "question": "Een heel andere vraag"})
    page = response.content.decode()
    assert "Er is al een opgave met deze titel" in page
    assert "Een heel andere vraag" in page
    assert Challenge.objects.get().question == WORDS["question"]


@pytest.mark.parametrize("title", ["Nieuw", "老", "!!!", "—"])
def test_every_title_gets_an_address_that_works(desk: Client, title: str) -> None:
    address = desk.post("/opgaven/nieuw/", {**WORDS, "title": title})["Location"]
    assert address != "/opgaven/nieuw/"
    assert desk.get(address).status_code == 200


def test_another_title_leaves_the_address_as_it_was(desk: Client) -> None:
    desk.post("/opgaven/nieuw/", WORDS)
    desk.post("/opgaven/samen-langer-thuis/bewerken/", {**WORDS, "title": "Thuis blijven wonen", "version": 1})
    assert "Thuis blijven wonen" in desk.get("/opgaven/samen-langer-thuis/").content.decode()


def test_of_two_people_who_edit_at_once_the_second_sees_it_and_nothing_is_overwritten(desk: Client) -> None:
    address = desk.post("/opgaven/nieuw/", WORDS)["Location"]
    assert desk.post(f"{address}bewerken/", {**WORDS, "concerns": "De eerste", "version": 1}).status_code == 302
    second = desk.post(f"{address}bewerken/", {**WORDS, "concerns": "De tweede", "version": 1})
    page = second.content.decode()
    assert "Iemand anders heeft deze opgave intussen veranderd" in page
    assert "De tweede" in page
    assert Challenge.objects.get().concerns == "De eerste"


@pytest.mark.parametrize("version", ["", "0", "x", "9" * 40])
def test_an_edit_of_no_known_version_changes_nothing(desk: Client, version: str) -> None:
    address = desk.post("/opgaven/nieuw/", WORDS)["Location"]
    response = desk.post(f"{address}bewerken/", {**WORDS, "importance": "Anders", "version": version})
    assert 'role="alert"' in response.content.decode()
    assert Challenge.objects.get().importance == WORDS["importance"]


def test_a_challenge_that_is_closed_again_is_gone_for_visitors(desk: Client, client: Client) -> None:
    desk.post("/opgaven/nieuw/", WORDS)
    desk.post("/opgaven/samen-langer-thuis/bewerken/", {**WORDS, "is_public": "", "version": 1})
    assert client.get("/opgaven/samen-langer-thuis/").status_code == 404


def test_words_from_people_are_shown_and_never_run(desk: Client, client: Client) -> None:
    address = desk.post("/opgaven/nieuw/", WORDS | dict.fromkeys(("title", "question", "importance"), HOSTILE))[
        "Location"
    ]
    Municipality.objects.create(pk=1, name=HOSTILE)
    for page in (client.get(address), client.get("/"), desk.get(f"{address}bewerken/")):
        text = page.content.decode()
        assert "<script>window" not in text
        assert "&lt;script&gt;window" in text
        assert '" onmouseover' not in text
        assert "{{ 7|add" in text


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", "x" * 121), ("question", ""), ("status", "klaar"), ("title", "nul\x00byte")],
)
def test_wrong_words_are_refused_with_an_error_beside_the_field(desk: Client, field: str, value: str) -> None:
    page = desk.post("/opgaven/nieuw/", {**WORDS, field: value}).content.decode()
    assert f'id="id_{field}_error"' in page
    assert 'role="alert"' in page
    assert not Challenge.objects.exists()


def test_only_administrators_and_opgavemanagers_change_challenges(make_person: MakePerson) -> None:
    text = actions.ChallengeText(title="T", question="V")
    words = actions.ChallengeWords(title="T")
    challenge = actions.start_challenge(by=make_person(Role.CHALLENGE_MANAGER), text=text)
    for role in set(Role) - {Role.ADMINISTRATOR, Role.CHALLENGE_MANAGER}:
        person = make_person(role)
        with pytest.raises(PermissionDenied):
            actions.start_challenge(by=person, text=text)
        with pytest.raises(PermissionDenied):
            actions.edit_challenge(challenge, by=person, words=words, version=1)
        with pytest.raises(PermissionDenied):
            actions.edit_municipality(by=person, name="X", formal_link="", contact_email="")


def test_there_is_one_municipality(administrator: Person) -> None:
    for name in ("Meerdam", "Meerdam aan Zee"):
        actions.edit_municipality(by=administrator, name=name, formal_link="", contact_email="")
    assert [str(one) for one in Municipality.objects.all()] == ["Meerdam aan Zee"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.create(pk=2, name="Elders")


def test_the_link_for_formal_matters_is_on_every_page(administrator: Person, client: Client) -> None:
    assert "dat doet u op de website van uw gemeente" in client.get("/privacy/").content.decode()
    link = "https://meerdam.example/bezwaar"
    actions.edit_municipality(by=administrator, name="Meerdam", formal_link=link, contact_email="")
    assert f'href="{link}"' in client.get("/privacy/").content.decode()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "ftp://x.example/"])
def test_the_link_for_formal_matters_leads_to_a_website(
    administrator: Person, client_of: ClientOf, link: str
) -> None:
    client_of(administrator).post("/gemeente/", {"name": "Meerdam", "formal_link": link})
    assert not Municipality.objects.exists()


def test_other_apps_show_a_panel_to_whom_they_want(
    desk: Client, client: Client, panels: list[providers.PanelProvider]
) -> None:
    desk.post("/opgaven/nieuw/", WORDS)

    def for_staff(challenge: Challenge, person: Person | None) -> Panel | None:
        if person is None:
            return None
        return Panel(template=Template("{{ panel.said }}"), context={"said": f"Alleen u leest {challenge.title}"})

    panels.clear()
    register_panel(for_staff)
    register_panel(for_staff)
    assert panels == [for_staff]
    said = "Alleen u leest Samen langer thuis"
    assert desk.get("/opgaven/samen-langer-thuis/").content.decode().count(said) == 1
    assert said not in client.get("/opgaven/samen-langer-thuis/").content.decode()


def test_the_front_page_takes_as_many_queries_for_two_challenges_as_for_fifty(
    client: Client, db: None, django_assert_num_queries: Callable[..., object]
) -> None:
    for number in range(50):
        Challenge.objects.create(title=f"Opgave {number}", slug=f"o{number}", question="?", is_public=True)
    with django_assert_num_queries(3):  # type: ignore[attr-defined]
        client.get("/")
