"""The page of a challenge as its centre: where it turns, what is new, what waits, and how its question changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.template import Template
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges import actions, providers
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, LastLook, Link, Part, QuestionVersion, Status
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.challenges.queries.questions import difference
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson

pytestmark = pytest.mark.django_db
TEXT = actions.ChallengeText(title="Samen langer thuis", question="Hoe blijven mensen thuis?", is_public=True)
HERE = "/opgaven/samen-langer-thuis/"
HOSTILE = "<script>alert(1)</script>{who}"


@pytest.fixture
def olga(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Olga Opgave")


@pytest.fixture
def challenge(olga: Person) -> Challenge:
    return actions.start_challenge(by=olga, text=TEXT)


@pytest.fixture
def desk(olga: Person, client_of: ClientOf) -> Client:
    return client_of(olga)


@pytest.fixture
def apart() -> Iterator[None]:
    """Panels and waiting things of this test only."""
    kept = list(providers._providers), list(providers._waiting_providers)
    providers._providers.clear()
    providers._waiting_providers.clear()
    yield
    providers._providers[:], providers._waiting_providers[:] = kept


def read(client: Client, address: str = HERE) -> str:
    return client.get(address).content.decode()


def test_a_panel_stands_under_its_movement_and_the_picture_leads_to_it(
    challenge: Challenge, client: Client, apart: None
) -> None:
    providers.register_panel(
        lambda challenge, person: Panel(template=Template("Hier leren wij"), context={}, movement=Movement.LEARN)  # type: ignore[arg-type]
    )
    page = read(client)
    assert page.index('id="leren"') < page.index("Hier leren wij")
    assert 'href="#leren"' in page
    assert 'href="#zien"' not in page
    assert "%" not in page[page.index("<main") : page.index("</main")]


def test_what_waits_stands_on_the_page_what_is_late_first_and_only_for_whom_it_waits(
    challenge: Challenge, desk: Client, client: Client, olga: Person, apart: None
) -> None:
    def waits(person: Person, challenge: Challenge) -> list[Waiting]:
        now = timezone.now()
        return [
            Waiting(what="Een vraag", address="/a/", challenge=challenge),
            Waiting(what="Een brief", address="/b/", challenge=challenge, since=now - timedelta(days=3)),
            Waiting(what="Een toezegging", address="/c/", challenge=challenge, since=now, is_late=True),
        ]

    providers.register_waiting(waits)
    page = read(desk)
    assert page.index("Een toezegging") < page.index("Een brief") < page.index("Een vraag")
    assert "Een toezegging" not in read(client)


def test_since_the_last_visit_says_what_is_new_until_the_visit_is_over(
    challenge: Challenge, desk: Client, olga: Person
) -> None:
    assert "Sinds uw vorige bezoek" not in read(desk)
    LastLook.objects.update(at=timezone.now() - timedelta(days=2))
    actions.turn_to(challenge, by=olga, status=Status.TRY, why="Genoeg gepraat.", version=1)
    for _visit in range(2):
        page = read(desk)
        assert "gebeurden er" in page
        assert "Genoeg gepraat." in page
        assert page.count(">nieuw<") == 2
    LastLook.objects.update(at=timezone.now() - timedelta(hours=1), before=timezone.now() - timedelta(hours=2))
    with as_if_at(timezone.now() - timedelta(hours=3)):
        actions.turn_to(challenge, by=olga, status=Status.EXPLORE, why="Eerder.", version=2)
    assert read(desk).count(">nieuw<") == 2
    assert LastLook.objects.count() == 1


def test_a_challenge_turns_forth_and_back_with_a_reason(challenge: Challenge, desk: Client) -> None:
    for version, (status, why) in enumerate((("try", "Wij durven."), ("explore", "Wij waren te snel.")), start=1):
        answer = desk.post(f"{HERE}beweging/", {"status": status, "why": why, "version": version})
        assert answer.status_code == 302
    page = read(desk)
    assert "Wij waren te snel." in page
    assert "bracht de opgave naar beproeven" in read(desk, f"{HERE}tijdlijn/")
    answer = desk.post(f"{HERE}beweging/", {"status": "try", "why": "", "version": 3})
    assert 'id="id_why_error"' in answer.content.decode()
    challenge.refresh_from_db()
    assert challenge.status == Status.EXPLORE


def test_the_question_changes_with_its_reason_and_its_source_and_the_old_one_stays(
    challenge: Challenge, desk: Client, client: Client
) -> None:
    source = thing_of(challenge)
    asked = {"question": "Hoe blijven mensen samen thuis?", "reason": "Alleen is niets.", "version": 1}
    assert desk.post(f"{HERE}vraag/veranderen/?bron={source}&bron=onzin", asked).status_code == 302
    page = read(client, f"{HERE}vraag/")
    assert "Alleen is niets." in page
    assert TEXT.question in page
    assert "<ins>" in page
    assert "Olga" not in page
    assert Link.objects.get().from_kind == "challenge"
    second = desk.post(f"{HERE}vraag/veranderen/", {**asked, "question": "En nu?"}).content.decode()
    assert "Iemand anders heeft deze opgave intussen veranderd" in second
    assert "En nu?" in second
    assert QuestionVersion.objects.count() == 2


def test_a_difference_is_told_in_whole_words() -> None:
    pieces = difference("Hoe blijven mensen thuis?", "Hoe blijven buren\n thuis?")
    assert [(piece.change, piece.text.strip()) for piece in pieces] == [
        ("same", "Hoe blijven"),
        ("removed", "mensen"),
        ("added", "buren"),
        ("same", "thuis?"),
    ]
    assert [(piece.change, piece.text) for piece in difference("Hoe thuis?", "Hoe thuis, en goed?")] == [
        ("same", "Hoe thuis"),
        ("added", ", en goed"),
        ("same", "?"),
    ]


def test_the_timeline_names_people_to_staff_and_roles_to_everyone_else(
    challenge: Challenge, desk: Client, client: Client, olga: Person, make_person: MakePerson
) -> None:
    partner = make_person(Role.PARTNER, name="Petra Partner")
    actions.involve(partner, challenge=challenge, role=Part.PARTNER, by=olga, why="Kent de wijk")
    for_staff, for_everyone = (read(one, f"{HERE}tijdlijn/") for one in (desk, client))
    assert "Olga Opgave" in for_staff
    assert "Petra Partner" in for_staff
    assert "Een opgavemanager" in for_everyone
    for private in ("Olga", "Petra", "Kent de wijk"):
        assert private not in for_everyone
        assert private not in read(client)


def test_the_timeline_is_chosen_from_by_year_and_kind(challenge: Challenge, desk: Client, olga: Person) -> None:
    actions.turn_to(challenge, by=olga, status=Status.TRY, why="x", version=1)
    year = timezone.localdate().year
    assert "bracht de opgave" in read(desk, f"{HERE}tijdlijn/?jaar={year}&soort=challenge")
    for nonsense in ("?jaar=abc&soort=<b>", "?pagina=9999", "?pagina=x"):
        assert "bracht de opgave" in read(desk, f"{HERE}tijdlijn/{nonsense}")


def test_words_in_the_journal_are_shown_and_never_run(challenge: Challenge, desk: Client, olga: Person) -> None:
    actions.ask_differently(challenge, by=olga, question=HOSTILE, reason=HOSTILE, sources=[], version=1)
    asked = QuestionVersion.objects.get(number=2)
    for address in (HERE, f"{HERE}tijdlijn/", f"{HERE}vraag/", f"{HERE}draad/question/{asked.pk}/"):
        page = read(desk, address)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{who}" in page


def test_the_thread_of_a_thing_is_a_picture_and_the_same_list(
    challenge: Challenge, client: Client, olga: Person
) -> None:
    actions.ask_differently(
        challenge, by=olga, question="En nu?", reason="x", sources=[thing_of(challenge)], version=1
    )
    page = read(client, f"{HERE}draad/challenge/{challenge.pk}/")
    assert page.count("En nu?") >= 2
    assert "Hier begint de draad" in page


def test_people_get_a_part_see_their_load_and_lose_the_part_in_the_open(
    challenge: Challenge, desk: Client, make_person: MakePerson
) -> None:
    bo = make_person(Role.CIVIL_SERVANT, name="Bo")
    given = {"person": bo.pk, "role": "team-member", "starts_on": "2026-01-05"}
    assert desk.post(f"{HERE}mensen/", given).status_code == 302
    assert TEXT.title in read(desk, "/opgaven/mensen/")
    adviser = desk.post(f"{HERE}mensen/", {**given, "role": "external-adviser"}).content.decode()
    assert "Een externe adviseur heeft een einddatum nodig." in adviser
    part = challenge.involvements.get()
    desk.post(f"{HERE}mensen/{part.pk}/beeindigen/", {"why": "Andere baan"})
    assert "niet meer" in read(desk, f"{HERE}mensen/")
    assert "Andere baan" in read(desk, f"{HERE}tijdlijn/")


def test_the_page_takes_as_many_queries_for_a_short_story_as_for_a_long_one(
    challenge: Challenge,
    desk: Client,
    olga: Person,
    django_assert_max_num_queries: Callable[..., object],
    apart: None,
) -> None:
    for version in range(1, 40):
        status = Status.TRY if version % 2 else Status.EXPLORE
        actions.turn_to(challenge, by=olga, status=status, why="x", version=version)
    read(desk)
    with django_assert_max_num_queries(18):  # type: ignore[attr-defined]
        read(desk)
    with django_assert_max_num_queries(11):  # type: ignore[attr-defined]
        read(desk, f"{HERE}tijdlijn/")


def test_how_few_have_a_part_is_told_neither_by_a_number_nor_by_their_organisations(
    olga: Person, make_person: MakePerson
) -> None:
    challenge = actions.start_challenge(by=olga, text=TEXT)
    for organisation in ("De Merel", "De Merel", ""):
        partner = make_person(Role.PARTNER)
        actions.involve(partner, challenge=challenge, role=Part.PARTNER, by=olga, organisation=organisation)
    actions.involve(make_person(Role.RESIDENT), challenge=challenge, role=Part.RESIDENT, by=olga)
    page = Client().get(HERE).content.decode()
    assert page.count("<dd>De Merel</dd>") == 1
    assert page.count("minder dan 5 mensen") == 1
