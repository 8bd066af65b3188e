"""Is it a challenge or a project: answers together, and nobody's alone."""

from __future__ import annotations

from uuid import uuid4

import pytest

from meervoud_web.challenges.models import Involvement, JournalEntry, Part
from meervoud_web.framings import actions, queries
from meervoud_web.framings.models import WickednessJudgement
from meervoud_web.framings.queries.wicked import Verdict
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.framings.conftest import Scene

pytestmark = pytest.mark.django_db


def judge(scene: Scene, person: Person, level: int, why: str) -> None:
    judged = actions.Judged(
        agreed=level, agreed_why=why, known=level, known_why=why, foreseen=level, foreseen_why=why
    )
    actions.judge(scene.challenge, by=person, judged=judged, request_id=uuid4())


def test_of_four_people_nothing_shows_and_the_fifth_brings_the_picture(
    scene: Scene, client_of: ClientOf, make_person: MakePerson
) -> None:
    address = f"{scene.here}project-of-opgave/"
    people = [make_person(Role.CIVIL_SERVANT, password=None) for _number in range(5)]
    for number, person in enumerate(people[:4]):
        judge(scene, person, 5, f"reden {number}")
    page = client_of(scene.manager).get(address).content.decode()
    assert "Nog niet te zeggen" in page
    assert "reden" not in page.partition("Redenen")[2]
    judge(scene, people[4], 5, "reden 4")
    page = client_of(scene.manager).get(address).content.decode()
    assert "Dit kan een project zijn" in page
    assert page.count("spread-dot") == 15
    assert page.count("reden 3") == 3
    assert people[0].name not in page
    judge(scene, people[0], 1, "bij nader inzien")
    assert queries.what_people_say(scene.challenge).is_waiting
    assert "bij nader inzien" not in client_of(scene.manager).get(address).content.decode()


def test_a_group_of_four_is_never_broken_down(scene: Scene, make_person: MakePerson) -> None:
    for number in range(9):
        person = make_person(Role.CIVIL_SERVANT if number < 5 else Role.RESIDENT, password=None)
        Involvement.objects.create(person=person, challenge=scene.challenge, role=Part.RESIDENT)
        judge(scene, person, 1, "x")
    judge(scene, scene.manager, 1, "x")
    seen = queries.what_people_say(scene.challenge)
    assert (seen.people, seen.verdict, seen.groups) == (10, Verdict.WICKED, ())


def test_answers_are_kept_once_with_a_journal_that_tells_none_of_them(scene: Scene, client_of: ClientOf) -> None:
    given = dict.fromkeys(("agreed", "known", "foreseen"), 2)
    given |= {f"{name}_why": "geheim" for name in given} | {"request_id": str(uuid4())}  # type: ignore[dict-item]
    client = client_of(scene.partner)
    for _time in range(2):
        assert client.post(f"{scene.here}project-of-opgave/", given).status_code == 302
    assert WickednessJudgement.objects.count() == 1
    entry = JournalEntry.objects.get()
    assert (entry.verb, entry.about, entry.why) == ("three-questions-answered", "", "")
    assert client_of(scene.stranger).get(f"{scene.here}project-of-opgave/").status_code == 403
