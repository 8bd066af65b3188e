"""A new administration goes through every main line; what it did with each, and why, is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from meervoud_web.challenges.models import Challenge, Involvement, JournalEntry, Link, Part
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.course import actions
from meervoud_web.course.models import HandedLine, Handover, MainLine, Verdict
from meervoud_web.course.queries import finished_handovers, handing_of, held_by
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.course.making import assumed, chosen

pytestmark = pytest.mark.django_db

NEW = actions.Administration(
    administration="college 2026–2030", starts_on=date(2026, 6, 1), former="college 2022–2026"
)


@pytest.fixture
def lines(challenge: Challenge, noor: Person) -> list[MainLine]:
    return [
        actions.add_main_line(challenge, by=noor, sentence=sentence, why="", sources=[])
        for sentence in ("Dichtbij eerst.", "Niemand alleen.", "Liever voorkomen.")
    ]


@pytest.fixture
def alderman(challenge: Challenge, make_person: MakePerson) -> Person:
    person = make_person(Role.CIVIL_SERVANT, name="Wil")
    Involvement.objects.create(person=person, challenge=challenge, role=Part.POLITICAL_PRINCIPAL)
    return person


@pytest.fixture
def handover(challenge: Challenge, alderman: Person, lines: list[MainLine]) -> Handover:
    return actions.begin_handover(challenge, by=alderman, given=NEW, sources=[])


def answer(
    handover: Handover, line: MainLine, by: Person, verdict: Verdict, *, version: int = 0, becomes: str = ""
) -> HandedLine:
    said = actions.LineAnswer(
        verdict=verdict,
        reason="Zo staat het in het akkoord.",
        decided_by="het college",
        mandate="coalitieakkoord",
        becomes=becomes,
    )
    return actions.answer_line(handover, line, by=by, answer=said, version=version)


def test_the_course_changes_when_the_handover_is_finished_and_not_before(
    handover: Handover, lines: list[MainLine], alderman: Person
) -> None:
    close, alone, prevent = lines
    answer(handover, close, alderman, Verdict.CONFIRMED)
    answer(handover, alone, alderman, Verdict.CHANGED, becomes="Wie zorgt, staat nooit alleen.")
    with pytest.raises(actions.NotReadyError):
        actions.finish_handover(handover, by=alderman)
    answer(handover, prevent, alderman, Verdict.REVERSED, becomes="Liever snel helpen.")
    alone.refresh_from_db()
    assert alone.sentence == "Niemand alleen."
    for _twice in range(2):
        actions.finish_handover(handover, by=alderman)
    rows = {one.sentence: one.let_go_why for one in MainLine.objects.all()}
    assert rows == {
        "Dichtbij eerst.": "",
        "Wie zorgt, staat nooit alleen.": "",
        "Liever voorkomen.": "Zo staat het in het akkoord.",
        "Liever snel helpen.": "",
    }
    told = set(JournalEntry.objects.values_list("verb", flat=True))
    assert told >= {
        "handover-begun",
        "handover-finished",
        "main-line-confirmed",
        "main-line-changed",
        "main-line-reversed",
    }
    laid = set(Link.objects.filter(from_kind="handover").values_list("kind", "to_id"))
    new = MainLine.objects.get(sentence="Liever snel helpen.")
    assert laid == {
        ("supports", close.pk),
        ("changed-by", alone.pk),
        ("contradicts", prevent.pk),
        ("came-from", new.pk),
    }


def test_one_sees_through_which_administrations_a_line_was_held_and_how_it_read(
    handover: Handover, lines: list[MainLine], alderman: Person, challenge: Challenge
) -> None:
    for line in lines:
        answer(handover, line, alderman, Verdict.CHANGED, becomes=f"{line.sentence} Echt.")
    actions.finish_handover(handover, by=alderman)
    lines[0].refresh_from_db()
    stretches = held_by(lines[0], finished_handovers(challenge))
    assert [(one.administration, one.verdict, one.words) for one in stretches] == [
        ("college 2022–2026", None, "Dichtbij eerst."),
        ("college 2026–2030", Verdict.CHANGED, "Dichtbij eerst. Echt."),
    ]


def test_two_who_answer_at_once_do_not_overwrite_one_another_and_an_answer_can_be_redone(
    handover: Handover, lines: list[MainLine], alderman: Person, noor: Person
) -> None:
    first = answer(handover, lines[0], alderman, Verdict.CONFIRMED)
    assert answer(handover, lines[0], noor, Verdict.CONFIRMED) == first
    with pytest.raises(actions.AnsweredMeanwhileError):
        answer(handover, lines[0], noor, Verdict.REVERSED)
    answer(handover, lines[0], noor, Verdict.REVERSED, version=1)
    assert [(one.verdict, one.by) for one in handover.answers.all()] == [("reversed", noor)]


def test_no_two_lines_get_the_same_words_and_one_handover_goes_on_at_a_time(
    handover: Handover, lines: list[MainLine], alderman: Person, challenge: Challenge
) -> None:
    with pytest.raises(actions.AlreadyWrittenError):
        answer(handover, lines[0], alderman, Verdict.CHANGED, becomes="Niemand alleen.")
    assert actions.begin_handover(challenge, by=alderman, given=NEW, sources=[]) == handover
    other = actions.Administration(administration="college 2030", starts_on=date(2030, 6, 1))
    with pytest.raises(actions.AlreadyWrittenError):
        actions.begin_handover(challenge, by=alderman, given=other, sources=[])


def test_who_is_not_alderman_or_opgavemanager_hands_nothing_over(
    challenge: Challenge, lines: list[MainLine], make_person: MakePerson
) -> None:
    member = make_person(Role.CIVIL_SERVANT)
    Involvement.objects.create(person=member, challenge=challenge, role=Part.TEAM_MEMBER)
    with pytest.raises(PermissionDenied):
        actions.begin_handover(challenge, by=member, given=NEW, sources=[])


def test_the_alderman_goes_from_line_to_line_stops_and_goes_on(
    challenge: Challenge, lines: list[MainLine], alderman: Person, noor: Person, client_of: ClientOf
) -> None:
    under = assumed(challenge, "Buren kennen elkaar", by=noor, main_line=lines[0])
    chosen(challenge, "Een vast gezicht", by=noor, on=[under])
    client = client_of(alderman)
    page = client.post(
        "/opgaven/thuis/koers/overdrachten/nieuw/",
        {"administration": "college 2026–2030", "starts_on": "2026-06-01"},
    )
    handover = Handover.objects.get()
    assert page.url == handover.get_absolute_url()
    step = f"{page.url}hoofdlijnen/{lines[0].pk}/"
    shown = client.get(step).content.decode()
    assert "Buren kennen elkaar" in shown
    assert "Een vast gezicht" in shown
    said: dict[str, Any] = {
        "verdict": "confirmed",
        "reason": "Het werkt.",
        "decided_by": "college",
        "mandate": "akkoord",
        "version": 0,
    }
    assert client.post(step, said | {"verdict": "changed"}).status_code == 422
    assert client.post(step, said).url == f"{page.url}hoofdlijnen/{lines[1].pk}/"
    assert 'value="akkoord"' in client.get(f"{page.url}hoofdlijnen/{lines[1].pk}/").content.decode()
    assert [one.what for one in waiting_for(alderman, challenge)] == [
        "Maak de overdracht af aan: college 2026–2030"
    ]
    assert client.post(f"{page.url}afronden/").url == page.url
    assert not Handover.objects.get().is_finished
    for line in lines[1:]:
        client.post(f"{page.url}hoofdlijnen/{line.pk}/", said)
    assert Client().get(page.url).status_code == 404
    client.post(f"{page.url}afronden/")
    assert "Het werkt." in Client().get(page.url).content.decode()
    assert "Door 1 bestuur" not in Client().get("/opgaven/thuis/koers/").content.decode()


def test_a_form_that_came_second_shows_the_first_answer_and_can_be_sent_again(
    handover: Handover, lines: list[MainLine], alderman: Person, noor: Person, client_of: ClientOf
) -> None:
    answer(handover, lines[0], noor, Verdict.CONFIRMED)
    said = {
        "verdict": "reversed",
        "reason": "Mijn reden.",
        "decided_by": "college",
        "mandate": "akkoord",
        "version": 0,
    }
    address = f"{handover.get_absolute_url()}hoofdlijnen/{lines[0].pk}/"
    page = client_of(alderman).post(address, said).content.decode()
    assert "Zo staat het in het akkoord." in page
    assert "Mijn reden." in page
    assert 'name="version" value="1"' in page


def test_what_was_let_go_meanwhile_is_not_handed_over(
    handover: Handover, lines: list[MainLine], alderman: Person, noor: Person
) -> None:
    for line in lines:
        answer(handover, line, alderman, Verdict.CONFIRMED)
    actions.let_go_main_line(lines[0], by=noor, why="Het kon niet.")
    actions.finish_handover(handover, by=alderman)
    handover.refresh_from_db()
    assert [one.line for one in handing_of(handover).lines] == lines[1:]


def test_a_handover_begun_by_mistake_is_taken_back_until_a_line_has_an_answer(
    handover: Handover, lines: list[MainLine], alderman: Person, challenge: Challenge, client_of: ClientOf
) -> None:
    client, page = client_of(alderman), handover.get_absolute_url()
    answer(handover, lines[0], alderman, Verdict.CONFIRMED)
    assert client.post(f"{page}toch-niet/").url == page
    handover.answers.all().delete()
    assert client.post(f"{page}toch-niet/").url == "/opgaven/thuis/koers/"
    assert not challenge.handovers.exists()
    assert not Link.objects.filter(to_kind="handover").exists()
    assert JournalEntry.objects.filter(verb="handover-called-off").count() == 1
