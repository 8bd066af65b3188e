"""What works in the city already is theirs: we ask before we learn from it, and before everybody reads it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, Link
from meervoud_web.challenges.open_data import tables
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.sentences import Section, sentences_for
from meervoud_web.challenges.things import thing_of
from meervoud_web.course.models import Choice
from meervoud_web.initiatives import actions
from meervoud_web.initiatives.models import MayLearn, Sighting, Takeaway
from meervoud_web.notes.actions import write_note
from meervoud_web.people.models import Person
from tests.web.conftest import ClientOf
from tests.web.initiatives.conftest import HERE, Enter

pytestmark = pytest.mark.django_db
FORM = {"what": "Buren eten samen", "by_whom": "de flat", "shows": "Het lukt zonder ons."}


def answered(may_learn: MayLearn = MayLearn.YES, **more: Any) -> actions.LearnWords:
    return actions.LearnWords(may_learn=may_learn, answered_by="de kok", answered_on=timezone.localdate(), **more)


def test_a_partner_writes_down_their_own_initiative_and_a_double_click_makes_one(
    pim: Person, client_of: ClientOf
) -> None:
    desk, sent = client_of(pim), {**FORM, "is_own": "on", "request_id": str(uuid4())}
    answers = [desk.post(f"{HERE}gezien/opschrijven/", sent) for _double_click in range(2)]
    seen = Sighting.objects.get()
    assert {answer["Location"] for answer in answers} == {seen.get_absolute_url()}
    assert (seen.entered_by, seen.is_own, seen.may_learn) == (pim, True, MayLearn.NOT_ASKED)
    learn = {"may_learn": "on-conditions", "version": 1, "answered_by": "wijzelf", "answered_on": "2026-01-05"}
    page = f"{seen.get_absolute_url()}leren/"
    assert "op welke voorwaarden" in desk.post(page, learn).content.decode(), "conditions are said"
    assert desk.post(page, {**learn, "conditions": "wel komen eten"}).status_code == 302
    assert "wel komen eten" in desk.get(seen.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"contact": "Truus Kok"}, "Vraag het eerst, of laat de naam weg."),
        ({"since_year": "2999"}, "Dit jaar moet nog komen."),
        ({"shows": " "}, "verplicht"),
        ({"what": "x" * 121}, "120"),
    ],
)
def test_what_is_filled_in_wrong_is_said_in_words_and_kept_nowhere(
    pim: Person, client_of: ClientOf, changed: dict[str, str], complaint: str
) -> None:
    answer = client_of(pim).post(f"{HERE}gezien/opschrijven/", {**FORM, "request_id": str(uuid4())} | changed)
    assert answer.status_code == 422
    assert complaint in answer.content.decode()
    assert not Sighting.objects.exists()


def test_everybody_reads_it_only_with_leave_and_no_longer_when_that_is_taken_back(
    amber: Person, enter: Enter, client_of: ClientOf, challenge: Challenge
) -> None:
    seen, desk, visitor = enter(amber), client_of(amber), Client()
    pages = (HERE, f"{HERE}gezien/", seen.get_absolute_url(), f"{HERE}tijdlijn/")

    def read() -> list[bool]:
        return [b"Buren eten samen" in visitor.get(page).content for page in pages]

    def handed_over() -> int:
        table = next(one for one in tables() if one.name == "seen-in-the-city")
        return len(list(table.rows(None, challenge)))

    assert (read(), handed_over()) == ([False] * 4, 0)
    assert desk.post(f"{seen.get_absolute_url()}laten-zien/", {"version": 1}).status_code == 422
    shown = {"version": 1, "with_leave_of": "de bewonerscommissie"}
    assert desk.post(f"{seen.get_absolute_url()}laten-zien/", shown).status_code == 302
    assert (read(), handed_over()) == ([True] * 4, 1)
    assert b"bewonerscommissie" not in visitor.get(pages[2]).content
    told = sentences_for(Section.TAKES_PART, person=amber, challenge=challenge, since=None)
    assert any("Buren eten samen" in one.text for one in told)
    assert desk.post(f"{seen.get_absolute_url()}laten-zien/", {"version": 2, "stap": "terug"}).status_code == 302
    assert read() == [False] * 4


def test_we_take_something_from_it_only_after_a_yes_and_the_thread_runs_on_to_what_changed(
    amber: Person, enter: Enter, client_of: ClientOf, challenge: Challenge
) -> None:
    seen, desk = enter(amber), client_of(amber)
    choice = Choice.objects.create(
        challenge=challenge, what="Elke flat een tafel", chosen_by="college", chosen_on=timezone.localdate()
    )
    for refused in (answered(MayLearn.NO), actions.LearnWords(may_learn=MayLearn.ASKED)):
        seen.refresh_from_db()
        actions.say_may_learn(seen, by=amber, words=refused, version=seen.version)
        seen.refresh_from_db()
        with pytest.raises(PermissionDenied):
            actions.take_away(seen, by=amber, what="Wij eten mee.", sources=(), request_id=uuid4())
    actions.say_may_learn(seen, by=amber, words=answered(), version=seen.version)
    sent = {"what": "Wij eten mee.", "changed": f"choice:{choice.pk}", "request_id": str(uuid4())}
    answers = [desk.post(f"{seen.get_absolute_url()}meegenomen/", sent) for _double_click in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    taken = Takeaway.objects.get()
    links = {(one.from_kind, one.to_kind, one.kind) for one in Link.objects.all()}
    assert links == {("sighting", "takeaway", "came-from"), ("takeaway", "choice", "changed-by")}
    thread = desk.get(f"{HERE}draad/takeaway/{taken.pk}/").content.decode()
    assert "Buren eten samen" in thread
    assert "Elke flat een tafel" in thread


def test_a_note_becomes_something_seen_with_one_tap_and_is_its_source(
    amber: Person, challenge: Challenge, client_of: ClientOf
) -> None:
    note, desk = write_note(challenge, by=amber, text="Buren koken samen.", request_id=uuid4()), client_of(amber)
    page = desk.get(note.get_absolute_url()).content.decode()
    assert f'action="{HERE}gezien/opschrijven/"' in page
    sent = {**FORM, "request_id": str(uuid4()), "uit": str(thing_of(note))}
    assert desk.post(f"{HERE}gezien/opschrijven/", sent).status_code == 302
    assert Link.objects.filter(from_kind="note", from_id=note.pk, to_kind="sighting").exists()


def test_who_does_it_can_have_it_taken_away_and_nobody_reads_that_it_was_there(
    amber: Person, olga: Person, enter: Enter, client_of: ClientOf
) -> None:
    seen = enter(amber, contact="Truus Kok", has_consent=True)
    actions.say_may_learn(seen, by=amber, words=answered(), version=1)
    seen.refresh_from_db()
    actions.take_away(seen, by=amber, what="Wij eten mee.", sources=(), request_id=uuid4())
    assert client_of(amber).post(f"{seen.get_absolute_url()}weghalen/").status_code == 302
    assert not Sighting.objects.exists()
    assert not Takeaway.objects.exists()
    timeline = client_of(olga).get(f"{HERE}tijdlijn/").content.decode()
    assert "haalde iets weg wat in de stad gezien was" in timeline
    assert "Buren eten samen" not in timeline
    assert "Wij eten mee" not in timeline


def test_who_comes_second_overwrites_nothing(
    amber: Person, olga: Person, enter: Enter, client_of: ClientOf
) -> None:
    seen = enter(amber)
    change = {**FORM, "version": 1}
    assert client_of(olga).post(f"{seen.get_absolute_url()}veranderen/", change).status_code == 302
    second = client_of(amber).post(f"{seen.get_absolute_url()}veranderen/", {**change, "shows": "Anders."})
    assert "Iemand anders heeft dit intussen veranderd" in second.content.decode()
    seen.refresh_from_db()
    assert seen.shows == FORM["shows"]


def test_after_two_weeks_somebody_is_reminded_to_ask(amber: Person, enter: Enter, challenge: Challenge) -> None:
    seen = enter(amber)
    Sighting.objects.update(entered_at=timezone.now() - timedelta(days=15))
    assert [one.address for one in waiting_for(amber, challenge)] == [seen.get_absolute_url()]
    actions.say_may_learn(seen, by=amber, words=actions.LearnWords(may_learn=MayLearn.ASKED), version=1)
    assert waiting_for(amber, challenge) == []
