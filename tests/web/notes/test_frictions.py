"""A friction is put before who can lift it; they see theirs, and say whether they did."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, Involvement, JournalEntry, Part
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.meerdam.jotted import jot_down
from meervoud_web.notes.models import Friction, FrictionState, Note, Promise
from meervoud_web.people.models import Person
from tests.web.conftest import ClientOf
from tests.web.notes.conftest import WriteNote

pytestmark = pytest.mark.django_db
HERE = "/opgaven/samen-langer-thuis/"


def put_before(lifter: Person | None, *, by: Client, note: str, **more: str) -> int:
    sent = {
        "friction-what": "Twee uur per week is te weinig.",
        "friction-kind": "hours",
        "friction-lifter": f"{lifter.pk}" if lifter else "",
        "friction-by_when": f"{timezone.localdate() + timedelta(days=9)}",
        "friction-request_id": str(uuid4()),
        **more,
    }
    return by.post(f"{note}schuurplek/", sent).status_code


def test_a_friction_is_made_of_a_note_and_the_director_sees_it_and_not_the_note(
    amber: Person, dirk: Person, stranger: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    note = write_note(amber)
    assert put_before(dirk, by=client_of(amber), note=note.get_absolute_url()) == 302
    friction, desk = Friction.objects.get(), client_of(dirk)
    for page in ("/wacht-op-mij/", HERE, friction.get_absolute_url()):
        shown = desk.get(page).content.decode()
        assert "Twee uur per week is te weinig." in shown
        assert "Jansen" not in shown
    thread = thread_of(thing_of(friction), person=dirk)
    assert thread is not None
    assert thread.back.steps == ()
    for other in (client_of(stranger), Client()):
        assert "Twee uur per week" not in other.get(HERE).content.decode()
        assert other.get(friction.get_absolute_url()).status_code in (302, 404)


def test_who_can_lift_it_says_so_once_and_everybody_who_works_on_it_reads_the_answer(
    amber: Person, dirk: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    put_before(dirk, by=client_of(amber), note=write_note(amber).get_absolute_url())
    friction, desk = Friction.objects.get(), client_of(dirk)
    page = friction.get_absolute_url()
    assert "id_outcome_error" in desk.post(page, {"is_lifted": "nee", "outcome": ""}).content.decode()
    assert desk.post(page, {"is_lifted": "nee", "outcome": "Pas na de zomer."}).status_code == 302
    assert desk.post(page, {"is_lifted": "ja", "outcome": "Toch wel."}).status_code == 302
    friction.refresh_from_db()
    assert (friction.state, friction.outcome) == (FrictionState.NOT_LIFTED, "Pas na de zomer.")
    assert "Pas na de zomer." in client_of(amber).get(page).content.decode()
    assert JournalEntry.objects.filter(verb="friction-not-lifted", why="Pas na de zomer.").count() == 1
    assert "Twee uur" not in desk.get("/wacht-op-mij/").content.decode()


def test_a_friction_is_put_before_somebody_or_a_role(
    amber: Person, dirk: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    note, desk = write_note(amber).get_absolute_url(), client_of(amber)
    assert put_before(None, by=desk, note=note) == 200
    assert put_before(None, by=desk, note=note, **{"friction-lifter_role": "het regionaal bestuur"}) == 302
    assert "het regionaal bestuur kan dit opheffen" in desk.get(f"{HERE}schuurplekken/").content.decode()


def test_a_friction_past_its_day_is_late_until_it_is_answered(challenge: Challenge) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    friction = Friction(challenge=challenge, what="x", kind="rule", by_when=yesterday)
    assert friction.is_late
    friction.state = FrictionState.LIFTED
    assert not friction.is_late


def test_meerdam_notes_promises_and_is_held_up(
    olga: Person, amber: Person, dirk: Person, challenge: Challenge
) -> None:
    Involvement.objects.create(person=olga, challenge=challenge, role=Part.FACILITATOR)
    people = {"opgavemanager": olga, "procesbegeleider": olga, "ambtenaar": amber, "directeur": dirk}
    for _twice in range(2):
        jot_down(challenge, people=people, today=timezone.localdate())
    assert sorted(Promise.objects.values_list("state", flat=True)) == ["kept", "let-go", "open", "open"]
    assert [friction.state for friction in Friction.objects.all()] == ["lifted", "open"]
    assert [promise.is_late for promise in Promise.objects.filter(state="open")] == [True, False]
    assert not Note.objects.filter(written_at__lt=timezone.now() - timedelta(days=700)).exists()
    for made in (*Promise.objects.all(), *Friction.objects.all()):
        thread = thread_of(thing_of(made), person=amber)
        assert thread is not None
        assert len(thread.back.steps) == 1
