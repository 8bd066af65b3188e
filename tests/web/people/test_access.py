from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from meervoud_web.people import actions
from meervoud_web.people.models import Person, Role, RoleAssignment
from tests.web.conftest import PASSWORD, ClientOf, MakePerson


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do things at the same moment, each with a database connection of its own."""

    together = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            together.wait()
            return act()
        except Exception as error:  # noqa: BLE001 - the test looks at what came of it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_taking_access_away_ends_the_session_at_once_and_giving_it_back_does_not_revive_it(
    administrator: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    clerk = make_person(Role.CLERK)
    theirs, office = client_of(clerk), client_of(administrator)
    assert theirs.get("/mijn-pagina/").status_code == 200
    office.post(f"/mensen/{clerk.pk}/toegang-weghalen/")
    assert theirs.get("/mijn-pagina/").status_code == 302
    office.post(f"/mensen/{clerk.pk}/toegang-teruggeven/")
    assert theirs.get("/mijn-pagina/").status_code == 302
    theirs.post("/inloggen/", {"email": clerk.email, "password": PASSWORD})
    assert theirs.get("/mijn-pagina/").status_code == 200


def test_the_last_administrator_cannot_be_deactivated(administrator: Person, client_of: ClientOf) -> None:
    response = client_of(administrator).post(f"/mensen/{administrator.pk}/toegang-weghalen/", follow=True)
    assert "dan is er geen beheerder meer" in response.content.decode()
    administrator.refresh_from_db()
    assert administrator.is_active
    assert administrator.sessions_ended_at is None


def test_the_last_administrator_keeps_the_role(administrator: Person, client_of: ClientOf) -> None:
    held = administrator.assignments.get()
    client_of(administrator).post(f"/mensen/{administrator.pk}/rollen/{held.pk}/beeindigen/")
    assert Person.objects.get(pk=administrator.pk).is_administrator


def test_the_last_administrator_cannot_be_given_an_end_date(administrator: Person) -> None:
    with pytest.raises(actions.LastAdministratorError):
        actions.give_role(administrator, by=administrator, role=Role.ADMINISTRATOR, ends_on=timezone.localdate())


@pytest.mark.parametrize("other", ["invited", "temporary", "deactivated"])
def test_an_administrator_who_cannot_stay_does_not_count_as_the_last_one(
    administrator: Person, make_person: MakePerson, other: str
) -> None:
    if other == "invited":
        make_person(Role.ADMINISTRATOR, password=None)
    elif other == "temporary":
        make_person(Role.ADMINISTRATOR, ends_on=timezone.localdate() + timedelta(days=9))
    else:
        make_person(Role.ADMINISTRATOR, is_active=False)
    with pytest.raises(actions.LastAdministratorError):
        actions.deactivate(administrator, by=administrator)


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_deactivate_each_other_at_the_same_moment(make_person: MakePerson) -> None:
    one, two = make_person(Role.ADMINISTRATOR), make_person(Role.ADMINISTRATOR)
    for _ in range(10):
        Person.objects.update(is_active=True)
        results = at_once(
            lambda: actions.deactivate(one, by=two),
            lambda: actions.deactivate(two, by=one),
        )
        assert Person.objects.filter(is_active=True).count() == 1
        assert sum(isinstance(result, actions.LastAdministratorError) for result in results) == 1


@pytest.mark.django_db(transaction=True)
def test_ten_invitations_at_once_make_one_person(make_person: MakePerson) -> None:
    administrator = make_person(Role.ADMINISTRATOR)

    def invite() -> object:
        return actions.invite(
            by=administrator, email="femke@meerdam.example", name="Femke", role=Role.CLERK, link_of_key=str
        )

    results = at_once(*[invite] * 10)
    assert Person.objects.filter(email="femke@meerdam.example").count() == 1
    assert RoleAssignment.objects.filter(person__email="femke@meerdam.example").count() == 1
    assert sum(isinstance(result, actions.AlreadyKnownError) for result in results) == 9


@pytest.mark.django_db(transaction=True)
def test_a_role_that_is_given_ten_times_at_once_is_held_once(make_person: MakePerson) -> None:
    administrator, clerk = make_person(Role.ADMINISTRATOR), make_person()
    results = at_once(*[lambda: actions.give_role(clerk, by=administrator, role=Role.CLERK)] * 10)
    assert not any(isinstance(result, Exception) for result in results)
    assert clerk.assignments.count() == 1


def test_a_role_that_began_earlier_ends_yesterday_and_stays_in_the_record(
    administrator: Person, make_person: MakePerson
) -> None:
    clerk = make_person(Role.CLERK)
    held = clerk.assignments.get()
    held.starts_on = timezone.localdate() - timedelta(days=30)
    held.save()
    actions.end_role(held, by=administrator)
    held.refresh_from_db()
    assert held.ends_on == timezone.localdate() - timedelta(days=1)
    assert not Person.objects.get(pk=clerk.pk).roles


def test_only_an_administrator_changes_access(make_person: MakePerson) -> None:
    manager, clerk = make_person(Role.CHALLENGE_MANAGER), make_person(Role.CLERK)
    held = clerk.assignments.get()
    for act in (
        lambda: actions.deactivate(clerk, by=manager),
        lambda: actions.reactivate(clerk, by=manager),
        lambda: actions.give_role(manager, by=manager, role=Role.ADMINISTRATOR),
        lambda: actions.end_role(held, by=manager),
        lambda: actions.invite_again(clerk, by=manager, link_of_key=str),
        lambda: actions.send_reset_link(clerk, by=manager, link_of_key=str),
    ):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "external-adviser"},
        {"role": "burgemeester"},
        {"role": "clerk", "ends_on": timezone.localdate() - timedelta(days=1)},
    ],
)
def test_the_database_itself_refuses_a_wrong_role(make_person: MakePerson, wrong: dict[str, object]) -> None:
    person = make_person()
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleAssignment.objects.create(person=person, **wrong)


def test_the_database_itself_refuses_one_address_twice(make_person: MakePerson) -> None:
    make_person(email="een@meerdam.example")
    for email in ("een@meerdam.example", "EEN@meerdam.example"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.create(email=email, name="Twee")


def test_the_list_of_people_takes_as_many_queries_for_two_as_for_thirty(
    administrator: Person,
    make_person: MakePerson,
    client_of: ClientOf,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    office = client_of(administrator)
    for _ in range(30):
        make_person(Role.CLERK, Role.CIVIL_SERVANT)
    with django_assert_max_num_queries(6):  # type: ignore[attr-defined]
        office.get("/mensen/")


def test_the_first_administrator_is_made_on_the_command_line(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="Eerste@meerdam.example", name="Eerste", interactive=False, verbosity=0)
    client.post("/inloggen/", {"email": "eerste@meerdam.example", "password": PASSWORD})
    assert client.get("/mensen/").status_code == 200
