"""The thread from a voice to what was done with it, and nothing of it for whom it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from meervoud_web.challenges.actions import trace
from meervoud_web.challenges.models import Challenge, Link, LinkKind
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import Thing, shown_to, thing_of
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson

pytestmark = pytest.mark.django_db


@pytest.fixture
def official(make_person: MakePerson) -> Person:
    return make_person(Role.CIVIL_SERVANT)


def chain_of(length: int, *, hidden: set[int] = frozenset()) -> list[Thing]:  # type: ignore[assignment]
    """Things of which each came from the one before; those in ``hidden`` are for staff only."""
    challenges = [
        Challenge.objects.create(title=f"Ding {n}", slug=f"ding-{n}", question="?", is_public=n not in hidden)
        for n in range(length)
    ]
    things = [thing_of(challenge) for challenge in challenges]
    for source, result, challenge in zip(things, things[1:], challenges, strict=False):
        trace(result, sources=[source], challenge=challenge, by=None)
    return things


def test_a_thread_is_followed_back_and_onwards(official: Person) -> None:
    things = chain_of(5)
    thread = thread_of(things[2], person=official)
    assert thread is not None
    assert [step.shown.title for step in thread.back.steps] == ["Ding 1", "Ding 0"]
    assert [step.shown.title for step in thread.onwards.steps] == ["Ding 3", "Ding 4"]
    assert [step.kind for step in thread.onwards.steps] == [LinkKind.CAME_FROM] * 2


def test_of_a_long_thread_two_steps_show_and_the_rest_is_counted(official: Person) -> None:
    thread = thread_of(chain_of(9)[0], person=official)
    assert thread is not None
    assert (len(thread.onwards.steps), thread.onwards.further, thread.back.further) == (2, 6, 0)


def test_a_thread_that_bites_its_tail_ends(official: Person) -> None:
    things = chain_of(3)
    trace(things[0], sources=[things[2]], challenge=Challenge.objects.all()[0], by=None)
    thread = thread_of(things[0], person=official)
    assert thread is not None
    assert len(thread.onwards.steps) == len(thread.back.steps) == 2


def test_what_is_not_for_somebody_is_not_in_the_thread_nor_in_its_counts(official: Person) -> None:
    things = chain_of(9, hidden={2, 5})
    for_everyone, for_staff = (thread_of(things[0], person=person) for person in (None, official))
    assert for_everyone is not None
    assert for_staff is not None
    assert [step.shown.title for step in for_everyone.onwards.steps] == ["Ding 1"]
    assert for_everyone.onwards.further == 0
    assert for_staff.onwards.further == 6
    assert thread_of(things[2], person=None) is None


def test_saying_twice_where_a_thing_came_from_is_saying_it_once(official: Person) -> None:
    first, second = chain_of(2)
    trace(second, sources=[first, first, second], challenge=Challenge.objects.all()[0], by=official)
    assert Link.objects.count() == 1


def test_nobody_names_a_source_that_they_may_not_see(make_person: MakePerson) -> None:
    hidden, result = chain_of(2, hidden={0})
    Link.objects.all().delete()
    for source in (hidden, Thing("challenge", 999), Thing("unheard-of", 1)):
        with pytest.raises(PermissionDenied):
            trace(result, sources=[source], challenge=Challenge.objects.all()[0], by=make_person(Role.RESIDENT))
    assert not Link.objects.exists()


@pytest.mark.parametrize("text", ["", "challenge", "challenge:", "challenge:x", "mens:1", "challenge:²", ":1"])
def test_only_a_kind_and_a_number_make_a_thing(text: str) -> None:
    assert Thing.parse(text) is None
    assert Thing.parse("challenge:" + "9" * 30) is None
    assert str(Thing.parse("challenge:12")) == "challenge:12"


def test_things_are_shown_in_one_query_a_kind(
    official: Person, django_assert_num_queries: Callable[..., object]
) -> None:
    things = chain_of(40)
    assert official.works_here
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert len(shown_to(official, things)) == 40
