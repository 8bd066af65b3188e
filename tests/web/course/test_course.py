"""What hangs on what falls is listed, until somebody looked at it again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, JournalEntry, Link
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.things import kinds, thing_of
from meervoud_web.course import actions
from meervoud_web.course.models import Assumption, Choice, Finding, MainLine, Outcome, Quality, ValueKind
from meervoud_web.course.queries import course_of
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.course.making import assumed, chosen, seen

pytestmark = pytest.mark.django_db

HERE = "/opgaven/thuis/koers/"


@pytest.fixture
def broken(challenge: Challenge, noor: Person, bas: Person) -> Assumption:
    assumption = assumed(challenge, "Het netwerk neemt twee uur per week over", by=noor)
    seen(assumption, "Het was een half uur.", noor, bas)
    return assumption


def test_a_broken_assumption_lists_what_hangs_on_it_also_through_chains(
    challenge: Challenge, noor: Person, broken: Assumption
) -> None:
    other = assumed(challenge, "Er is geld", by=noor)
    rests = assumed(challenge, "De thuiszorg kan minder komen", by=noor, rests_on=[broken])
    trial = chosen(challenge, "Minder uren", by=noor, on=[rests, other])
    budget = chosen(challenge, "Geld naar buiten", by=noor, builds_on=[trial])
    chosen(challenge, "Een feest", by=noor, on=[other])
    course = course_of(challenge)
    assert [one.what for one in course.reopened] == [rests, trial, budget]
    assert [one.what for one in course.reopened_choices()] == [trial, budget]
    assert course.reopened[2].between == (rests, trial)
    assert {one.because for one in course.reopened} == {(broken,)}
    asked = [one.what for one in waiting_for(noor, challenge)]
    assert asked == ["Heroverweeg de keuze: Minder uren", "Heroverweeg de keuze: Geld naar buiten"]


def test_a_choice_that_was_looked_at_again_is_off_the_list_until_something_else_falls(
    challenge: Challenge, noor: Person, bas: Person, broken: Assumption
) -> None:
    other = assumed(challenge, "Er is geld", by=noor)
    choice = chosen(challenge, "Minder uren", by=noor, on=[broken, other])
    for _twice in range(2):
        actions.look_again(choice, by=noor, outcome=Outcome.KEPT, why="Wij geven het tot de zomer.")
    assert choice.second_looks.count() == 1
    assert course_of(challenge).reopened == ()
    seen(other, "Het geld is op.", noor, bas)
    assert [one.what for one in course_of(challenge).reopened] == [choice]


def test_a_choice_taken_back_is_itself_something_that_fell(challenge: Challenge, noor: Person) -> None:
    first = chosen(challenge, "Minder uren", by=noor)
    second = chosen(challenge, "Geld naar buiten", by=noor, builds_on=[first])
    actions.look_again(first, by=noor, outcome=Outcome.TAKEN_BACK, why="Het werkte niet.")
    assert [(one.what, one.because) for one in course_of(challenge).reopened] == [(second, (first,))]


def test_everything_of_the_course_stands_in_the_journal_and_in_the_thread(
    challenge: Challenge, noor: Person, broken: Assumption
) -> None:
    here = [thing_of(challenge)]
    line = actions.add_main_line(
        challenge, by=noor, sentence="Dichtbij eerst", why="Dat hoorden wij.", sources=here
    )
    actions.name_value(
        challenge, by=noor, name="Rust", kind=ValueKind.RESULT, at_stake="Mensen slapen slecht.", sources=here
    )
    under = assumed(challenge, "Dichtbij is er iemand", by=noor, main_line=line)
    choice = chosen(challenge, "Minder uren", by=noor, on=[broken])
    actions.look_again(choice, by=noor, outcome=Outcome.ADAPTED, why="Eerst meer mensen.")
    for _twice in range(2):
        actions.let_go_main_line(line, by=noor, why="Het kon niet.")
    verbs = set(JournalEntry.objects.values_list("verb", flat=True))
    assert verbs >= {"main-line-added", "main-line-let-go", "value-named", "chosen", "choice-adapted"}
    assert JournalEntry.objects.filter(verb="main-line-let-go").count() == 1
    came = set(Link.objects.values_list("from_kind", "to_kind", "to_id"))
    assert came >= {("main-line", "assumption", under.pk), ("assumption", "choice", choice.pk)}
    assert MainLine.objects.get().let_go_why == "Het kon niet."
    assert course_of(challenge).under(None)[1].assumption == under


def test_the_pages_show_the_course_to_a_visitor_and_the_acts_to_who_keeps_it(
    challenge: Challenge, noor: Person, broken: Assumption, client_of: ClientOf
) -> None:
    choice = chosen(challenge, "Minder uren", by=noor, on=[broken])
    for page in (HERE, broken.get_absolute_url(), choice.get_absolute_url(), challenge.get_absolute_url()):
        read = Client().get(page).content.decode()
        assert "heroverwegen" in read, page
        assert "/nieuw/" not in read, page
    kept = client_of(noor)
    assert "Aanname opschrijven" in kept.get(HERE).content.decode()
    assert "Heroverweeg deze keuze" in kept.get(choice.get_absolute_url()).content.decode()


def test_forms_write_with_their_sources_and_say_when_the_words_are_taken(
    challenge: Challenge, noor: Person, client_of: ClientOf
) -> None:
    client = client_of(noor)
    words = {"title": "Buren helpen", "condition": "a", "result": "b", "because": "c", "start": "70"}
    made = client.post(f"{HERE}aannames/nieuw/?bron=challenge:{challenge.pk}&bron=person:1&bron=x", words)
    assumption = Assumption.objects.get()
    assert made["Location"] == assumption.get_absolute_url()
    assert Link.objects.filter(to_kind="assumption", from_kind="challenge").count() == 1
    taken = client.post(f"{HERE}aannames/nieuw/", words | {"start": "30"})
    assert "Dit staat er al" in taken.content.decode()
    assert client.post(f"{HERE}aannames/nieuw/", {"title": ""}).status_code == 200
    day = timezone.localdate().isoformat()
    given = {"what": "Een proef", "chosen_by": "t", "mandate": "m", "chosen_on": day, "weighed": "a"}
    client.post(f"{HERE}keuzes/nieuw/", given | {"on_monday": "b", "courage": "c", "assumptions": [assumption.pk]})
    assert list(Choice.objects.get().assumptions.all()) == [assumption]


def test_a_team_member_of_this_challenge_keeps_its_course(challenge: Challenge, make_person: MakePerson) -> None:
    from meervoud_web.challenges.models import Involvement, Part

    member = make_person(Role.CIVIL_SERVANT)
    Involvement.objects.create(person=member, challenge=challenge, role=Part.TEAM_MEMBER)
    assert assumed(challenge, "Buren helpen", by=member).by == member


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_course(
    challenge: Challenge, noor: Person, bas: Person, client_of: ClientOf
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_of(noor)

    def asked() -> list[int]:
        numbers = []
        for page in (HERE, Assumption.objects.first().get_absolute_url(), challenge.get_absolute_url()):  # type: ignore[union-attr]
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            numbers.append(len(queries))
        return numbers

    def grow(name: str) -> None:
        row = assumed(challenge, f"Aanname {name}", by=noor)
        seen(row, "Zo was het niet.", noor, bas)
        chosen(challenge, f"Keuze {name}", by=noor, on=[row])

    grow("a")
    asked()
    before = asked()
    for number in range(5):
        grow(str(number))
    assert asked() == before


def test_who_comes_with_a_source_is_asked_to_which_assumption_it_speaks(
    challenge: Challenge, noor: Person, broken: Assumption, client_of: ClientOf
) -> None:
    page = client_of(noor).get(f"{HERE}?bron=challenge:{challenge.pk}").content.decode()
    assert f"aannames/{broken.pk}/aanwijzing/?bron=challenge%3A{challenge.pk}" in page
    for nothing in (client_of(noor).get(f"{HERE}?bron=person:1"), Client().get(f"{HERE}?bron=challenge:1")):
        assert "Over welke aanname" not in nothing.content.decode()


def test_the_course_is_found_by_its_words_and_what_a_judge_thinks_is_not(
    challenge: Challenge, noor: Person, broken: Assumption
) -> None:
    chosen(challenge, "Minder uren", by=noor, on=[broken])
    words = {slug: kind.words for slug, kind in kinds().items()}
    assert "durven" in words["assumption"](broken)  # type: ignore[misc]
    assert "Bellen." in words["choice"](Choice.objects.get())  # type: ignore[misc]
    row = actions.bring_evidence(broken, by=noor, text="Ik zag het.", source="telling", sources=[])
    actions.judge(row, by=noor, finding=Finding.STRAW_FOR, quality=Quality.SEEN, why="volgens mij")
    assert words["evidence"](row) == "telling"  # type: ignore[misc]
