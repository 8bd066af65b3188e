"""Confidence in an assumption moves by evidence that two people judged, and both judgements stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from meervoud.assumptions import RATIOS, Word
from meervoud.assumptions import Finding as PureFinding
from meervoud.assumptions import Quality as PureQuality
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, JournalEntry, Link, LinkKind
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.things import thing_of
from meervoud_web.course import actions
from meervoud_web.course.actions import AlreadyWrittenError
from meervoud_web.course.models import Evidence, Finding, Judgement, Quality
from meervoud_web.course.queries import course_of, line_of, stand_of
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.course.making import assumed, chosen, seen

pytestmark = pytest.mark.django_db


def test_the_screen_knows_every_finding_and_quality_of_the_engine() -> None:
    assert [one.value for one in PureFinding] == Finding.values
    assert [one.value for one in PureQuality] == Quality.values
    assert set(RATIOS) == set(PureFinding)


def test_one_judge_moves_nothing_the_second_does_and_both_are_kept(
    challenge: Challenge, noor: Person, bas: Person
) -> None:
    assumption = assumed(challenge, "Buren helpen", by=noor)
    row = seen(assumption, "Niemand belde aan.", noor)
    assert (line_of(assumption).now, stand_of(assumption).waiting) == (0.5, (row,))
    actions.judge(row, by=bas, finding=Finding.STRAW_FOR, quality=Quality.SEEN)
    stand = stand_of(assumption)
    assert stand.counted[0][1].judges_differ
    assert (stand.percent, stand.spread) == (26, (9, 55))
    assert list(row.judgements.values_list("finding", flat=True)) == ["hoop-missing", "straw-for"]


def test_a_judge_judges_once_and_what_they_found_stays(challenge: Challenge, noor: Person) -> None:
    row = seen(assumed(challenge, "Buren helpen", by=noor), "Niemand belde aan.", noor)
    again = actions.judge(row, by=noor, finding=Finding.DECISIVE_FOR, quality=Quality.CHECKED)
    assert (again.finding, Judgement.objects.count()) == (Finding.HOOP_MISSING, 1)


def test_evidence_stands_in_the_thread_as_support_or_contradiction_and_a_break_in_the_journal(
    challenge: Challenge, noor: Person, bas: Person
) -> None:
    assumption = assumed(challenge, "Buren helpen", by=noor)
    row = actions.bring_evidence(
        assumption, by=noor, text="Niemand belde aan.", source="", sources=[thing_of(challenge)]
    )
    actions.judge(row, by=noor, finding=Finding.STRAW_FOR, quality=Quality.HEARSAY)
    actions.judge(row, by=bas, finding=Finding.HOOP_MISSING, quality=Quality.CHECKED)
    told = Link.objects.filter(to_kind="assumption").values_list("kind", "from_kind", "from_id")
    assert list(told) == [(LinkKind.CONTRADICTS, "evidence", row.pk)]
    assert Link.objects.filter(to_kind="evidence", from_kind="challenge").count() == 1
    seen(assumption, "Ook in Oost niet.", noor, bas)
    assert JournalEntry.objects.get(verb="assumption-broke").why == row.text
    verbs = list(JournalEntry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[:5] == ["assumed", "evidence-brought", "evidence-judged", "evidence-judged", "assumption-broke"]


def test_an_assumption_sleeps_after_a_year_without_evidence_and_evidence_wakes_it(
    challenge: Challenge, noor: Person
) -> None:
    with as_if_at(timezone.now() - timedelta(days=400)):
        assumption = assumed(challenge, "Buren helpen", by=noor)
    assert stand_of(assumption).sleeps_since is not None
    assert any("slaapt" in one.what for one in waiting_for(noor, challenge))
    seen(assumption, "Een buurvrouw vroeg hulp.", noor)
    assert stand_of(assumption).sleeps_since is None


def test_an_assumption_falls_the_day_after_its_last_day_and_stands_again_when_renewed(
    challenge: Challenge, noor: Person
) -> None:
    today = timezone.localdate()
    assumption = assumed(challenge, "Buren helpen", by=noor, valid_until=today)
    choice = chosen(challenge, "Een proef", by=noor, on=[assumption])
    assert course_of(challenge, today=today).reopened == ()
    tomorrow = course_of(challenge, today=today + timedelta(days=1))
    assert [one.what for one in tomorrow.reopened] == [choice]
    actions.renew(assumption, by=noor, valid_until=None, why="Het contract loopt door.")
    assert course_of(challenge, today=today + timedelta(days=1)).reopened == ()


def test_a_second_judgement_is_asked_of_whoever_did_not_judge(
    challenge: Challenge, noor: Person, bas: Person
) -> None:
    seen(assumed(challenge, "Buren helpen", by=noor), "Niemand belde aan.", noor)
    asked = {person.name: [one.what for one in waiting_for(person, challenge)] for person in (noor, bas)}
    assert asked == {"Noor": [], "Bas": ["Weeg een aanwijzing bij: Buren helpen"]}


def test_the_first_judgement_is_not_shown_before_the_second(
    challenge: Challenge, noor: Person, bas: Person, client_of: ClientOf
) -> None:
    assumption = assumed(challenge, "Buren helpen", by=noor)
    row = actions.bring_evidence(assumption, by=noor, text="Niemand belde aan.", source="", sources=[])
    actions.judge(row, by=noor, finding=Finding.GUN_MISSING, quality=Quality.SEEN, why="omdat ik er was")
    page = client_of(bas).get(assumption.get_absolute_url()).content.decode()
    assert "Niemand belde aan." in page
    assert "omdat ik er was" not in page
    actions.judge(row, by=bas, finding=Finding.HOOP_MISSING, quality=Quality.SEEN)
    assert "omdat ik er was" in client_of(bas).get(assumption.get_absolute_url()).content.decode()


def test_the_name_of_a_judge_is_for_whoever_works_here(
    challenge: Challenge, noor: Person, bas: Person, client_of: ClientOf, make_person: MakePerson
) -> None:
    assumption = assumed(challenge, "Buren helpen", by=noor)
    seen(assumption, "Niemand belde aan.", noor, bas)
    partner = client_of(make_person(Role.PARTNER))
    assert "<b>Bas:</b>" in client_of(noor).get(assumption.get_absolute_url()).content.decode()
    assert "Bas" not in partner.get(assumption.get_absolute_url()).content.decode()


def test_the_same_form_twice_is_one_thing_and_other_words_under_its_name_are_refused(
    challenge: Challenge, noor: Person
) -> None:
    first = assumed(challenge, "Buren helpen", by=noor)
    assert assumed(challenge, "Buren helpen", by=noor) == first
    with pytest.raises(AlreadyWrittenError):
        assumed(challenge, "Buren helpen", by=noor, start=70)
    one, two = (seen(first, "Niemand belde aan.", noor) for _ in range(2))
    assert one == two
    assert Evidence.objects.count() == Judgement.objects.count() == 1


def test_what_belongs_to_another_challenge_cannot_be_a_ground_and_others_cannot_keep_the_course(
    challenge: Challenge, noor: Person, make_person: MakePerson
) -> None:
    other = Challenge.objects.create(title="Werk", slug="werk", question="?")
    elsewhere = assumed(other, "Bedrijven helpen", by=noor)
    with pytest.raises(PermissionDenied):
        assumed(challenge, "Buren helpen", by=noor, rests_on=[elsewhere])
    with pytest.raises(PermissionDenied):
        chosen(challenge, "Een proef", by=noor, on=[elsewhere])
    with pytest.raises(PermissionDenied):
        assumed(challenge, "Buren helpen", by=make_person(Role.COUNCIL_MEMBER))


def test_confidence_can_come_back_and_the_fall_is_over(challenge: Challenge, noor: Person, bas: Person) -> None:
    assumption = assumed(challenge, "Buren helpen", by=noor)
    seen(assumption, "Niemand belde aan.", noor, bas)
    assert stand_of(assumption).word == Word.BROKEN
    assert stand_of(assumption).has_fallen
    seen(assumption, "Tien buren staan klaar.", noor, bas, finding=Finding.DECISIVE_FOR)
    assert stand_of(assumption).word == Word.LIKELY
    assert not stand_of(assumption).has_fallen
