"""People in roles on a challenge, and what residents and partners see of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from meervoud_web.challenges import rules
from meervoud_web.challenges.actions import end_involvement, involve
from meervoud_web.challenges.models import Challenge, Involvement, JournalEntry, Part
from meervoud_web.challenges.queries import challenges_for, involved_now, role_of
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson

pytestmark = pytest.mark.django_db


@pytest.fixture
def challenge() -> Challenge:
    return Challenge.objects.create(title="Werk dat past", slug="werk", question="?", is_public=False)


@pytest.fixture
def olga(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


def test_a_resident_sees_what_is_open_and_what_they_have_a_part_in(
    make_person: MakePerson, challenge: Challenge, olga: Person
) -> None:
    resident = make_person(Role.RESIDENT)
    other = Challenge.objects.create(title="Besloten", slug="besloten", question="?")
    open_ = Challenge.objects.create(title="Open", slug="open", question="?", is_public=True)
    assert list(challenges_for(resident)) == [open_]
    assert not rules.may_see(resident, challenge)
    given = involve(resident, challenge=challenge, role=Part.RESIDENT, by=olga)
    assert set(challenges_for(resident)) == {open_, challenge}
    assert rules.may_see(resident, challenge)
    assert not rules.may_see(resident, other)
    given.starts_on = timezone.localdate() - timedelta(days=9)
    given.save()
    end_involvement(given, by=olga)
    assert list(challenges_for(resident)) == [open_]


def test_only_a_part_that_works_may_work_on_a_challenge(
    make_person: MakePerson, challenge: Challenge, olga: Person
) -> None:
    assert rules.may_work_on(olga, challenge)
    assert not rules.may_work_on(None, challenge)
    works = set()
    for part in Part:
        person = make_person(Role.CIVIL_SERVANT)
        assert not rules.may_work_on(person, challenge)
        involve(person, challenge=challenge, role=part, by=olga, ends_on=timezone.localdate())
        works |= {part} if rules.may_work_on(person, challenge) else set()
    assert works == {Part.CHALLENGE_MANAGER, Part.TEAM_MEMBER, Part.FACILITATOR, Part.EXTERNAL_ADVISER}


def test_a_part_is_given_once_recorded_and_ended_in_the_open(
    make_person: MakePerson, challenge: Challenge, olga: Person
) -> None:
    bo = make_person(Role.CIVIL_SERVANT, name="Bo")
    for _ in range(2):
        given = involve(bo, challenge=challenge, role=Part.TEAM_MEMBER, by=olga, why="Kent de wijk")
    assert role_of(bo, challenge) == "team-member"
    assert role_of(bo, None) == "civil-servant"
    end_involvement(given, by=olga, why="Andere baan")
    entries = JournalEntry.objects.order_by("pk").values_list("verb", "about", "why", "role")
    assert list(entries) == [
        ("involved", "Bo, teamlid", "Kent de wijk", "challenge-manager"),
        ("involvement-ended", "Bo, teamlid", "Andere baan", "challenge-manager"),
    ]
    assert Involvement.objects.count() == 1
    assert list(involved_now(challenge)) == [given]  # it began today: today still counts


def test_an_external_adviser_needs_a_last_day(make_person: MakePerson, challenge: Challenge, olga: Person) -> None:
    with pytest.raises(ValidationError):
        involve(make_person(Role.EXTERNAL_ADVISER), challenge=challenge, role=Part.EXTERNAL_ADVISER, by=olga)
    assert not JournalEntry.objects.exists()


def test_who_does_not_manage_challenges_gives_nobody_a_part(make_person: MakePerson, challenge: Challenge) -> None:
    for role in set(Role) - {Role.ADMINISTRATOR, Role.CHALLENGE_MANAGER}:
        person = make_person(role)
        with pytest.raises(PermissionDenied):
            involve(person, challenge=challenge, role=Part.CHALLENGE_MANAGER, by=person)
