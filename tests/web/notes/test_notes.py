"""Even noteren: one field, for oneself, and for others only when its writer says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes import actions, providers
from meervoud_web.notes.models import Note, Promise
from meervoud_web.notes.words import first_sentence, promise_in
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.people.models import Person, Role
from meervoud_web.search.models import SearchText
from tests.web.conftest import ClientOf, MakePerson
from tests.web.notes.conftest import TOLD, WriteNote

pytestmark = pytest.mark.django_db
HERE = "/opgaven/samen-langer-thuis/"


def test_a_note_is_written_on_the_page_of_the_challenge_and_asks_one_field(
    challenge: Challenge, amber: Person, client_of: ClientOf
) -> None:
    desk = client_of(amber)
    page = desk.get(HERE).content.decode()
    assert 'name="note-text"' in page
    sent = {"note-text": f" {TOLD} ", "note-request_id": str(uuid4())}
    answers = [desk.post(f"{HERE}noteren/", sent) for _double_click in range(2)]
    note = Note.objects.get()
    assert {answer["Location"] for answer in answers} == {note.get_absolute_url()}
    assert (note.text, note.writer, note.is_shared) == (TOLD, amber, False)
    assert TOLD.split("\n")[0] in desk.get(HERE).content.decode()


def test_an_empty_note_is_refused_in_words(challenge: Challenge, amber: Person, client_of: ClientOf) -> None:
    answer = client_of(amber).post(f"{HERE}noteren/", {"note-text": " ", "note-request_id": str(uuid4())})
    assert "Een paar woorden is genoeg" in answer.content.decode()
    assert not Note.objects.exists()


def test_a_note_is_for_its_writer_alone_until_it_is_shared_and_then_for_who_works_on_it(
    amber: Person, olga: Person, dirk: Person, stranger: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    note = write_note(amber)
    others = [client_of(olga), client_of(dirk), client_of(stranger), Client()]
    pages = (note.get_absolute_url(), f"{HERE}notities/", HERE, f"{HERE}tijdlijn/", f"{HERE}draad/note/{note.pk}/")

    def read_by(client: Client) -> set[str]:
        answers = {page: client.get(page) for page in pages}
        return {page for page, answer in answers.items() if b"mevrouw Jansen" in answer.content}

    assert [read_by(one) for one in others] == [set()] * 4
    assert [one.get(pages[0]).status_code for one in others] == [404, 404, 404, 302]
    assert b"noteerde iets" not in others[0].get(pages[3]).content
    actions.share_note(note, by=amber)
    assert read_by(others[0]) == {pages[0], pages[1], pages[2], pages[4]}
    assert [read_by(one) for one in others[1:]] == [set()] * 3
    actions.keep_to_oneself(Note.objects.get(), by=amber)
    assert read_by(others[0]) == set()


def test_only_its_writer_shares_a_note_or_throws_it_away(
    amber: Person, olga: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    note = write_note(amber, is_shared=True)
    for act in (actions.keep_to_oneself, actions.tear_up, actions.share_note):
        with pytest.raises(PermissionDenied):
            act(note, by=olga)
    assert client_of(olga).post(f"{note.get_absolute_url()}weggooien/").status_code == 403


def test_who_does_not_work_on_the_challenge_writes_no_note(challenge: Challenge, stranger: Person) -> None:
    with pytest.raises(PermissionDenied):
        actions.write_note(challenge, by=stranger, text="x", request_id=uuid4())


def test_a_note_that_is_thrown_away_leaves_no_word_and_what_came_of_it_stays(
    amber: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    note, desk = write_note(amber, is_shared=True), client_of(amber)
    promised = actions.make_promise(
        note.challenge,
        by=amber,
        words=actions.PromiseWords(what="Bellen", due_on=timezone.localdate(), keeper=amber),
        sources=[thing_of(note)],
        request_id=uuid4(),
    )
    assert desk.post(f"{note.get_absolute_url()}weggooien/").status_code == 302
    assert not Note.objects.exclude(text="").exists()
    assert desk.get(note.get_absolute_url()).status_code == 404
    thread = thread_of(thing_of(promised), person=amber)
    assert thread is not None
    assert thread.back.steps == ()
    assert not JournalEntry.objects.filter(about__contains="Jansen").exists()


def test_after_two_years_a_note_goes_by_itself(amber: Person, write_note: WriteNote) -> None:
    old, young = write_note(amber), write_note(amber)
    Note.objects.filter(pk=old.pk).update(written_at=timezone.now() - timedelta(days=731))
    assert keep_terms()["notes"] == 1
    assert list(Note.objects.exclude(text="")) == [young]
    assert keep_terms()["notes"] == 0


def test_other_apps_put_their_form_on_the_page_of_a_note(
    amber: Person, write_note: WriteNote, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(providers, "_providers", [])
    providers.register_from_note(
        lambda note, person: providers.FromNote(
            template="ui/parts/empty.html", context={}, order=1 if note.writer == person else 2
        )
    )
    providers.register_from_note(lambda note, person: None)
    assert client_of(amber).get(write_note(amber).get_absolute_url()).content.count(b'class="empty"') == 1


def test_the_first_guess_is_the_sentence_that_promises() -> None:
    assert promise_in(TOLD) == "Ik bel de woningcorporatie."
    assert promise_in("Niets gehoord. Mooi weer.") == "Niets gehoord."
    assert first_sentence(TOLD) == "Sprak mevrouw Jansen op de markt."
    assert len(promise_in("Ik zal " + "x" * 900)) == 300
    assert promise_in("") == first_sentence(" \n ") == ""


def test_a_note_becomes_a_promise_with_one_tap_and_is_its_source(
    amber: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    note, desk = write_note(amber), client_of(amber)
    page = desk.get(note.get_absolute_url()).content.decode()
    assert "Ik bel de woningcorporatie.</textarea>" in page
    assert page.count("<details open>") == 1, "what the note promises is one tap away"
    sent = {
        "promise-what": "ik bel de woningcorporatie.",
        "promise-to": "resident",
        "promise-due_on": f"{timezone.localdate() + timedelta(days=14)}",
        "promise-keeper": amber.pk,
        "promise-request_id": str(uuid4()),
    }
    answers = [desk.post(f"{note.get_absolute_url()}toezegging/", sent) for _double_click in range(2)]
    promised = Promise.objects.get()
    assert {answer["Location"] for answer in answers} == {promised.get_absolute_url()}
    thread = thread_of(thing_of(promised), person=amber)
    assert thread is not None
    assert [step.shown.thing for step in thread.back.steps] == [thing_of(note)]
    sent |= {"promise-due_on": "2020-01-01", "promise-request_id": str(uuid4())}
    again = desk.post(f"{note.get_absolute_url()}toezegging/", sent).content.decode()
    assert "Kies een dag vanaf vandaag." in again
    assert "<details open>" in again


def test_a_note_asks_no_more_queries_when_there_are_many(
    olga: Person, amber: Person, write_note: WriteNote, client_of: ClientOf, django_assert_max_num_queries: object
) -> None:
    desk = client_of(olga)
    for _some in range(12):
        write_note(amber, is_shared=True)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        desk.get(f"{HERE}notities/")


def test_a_partner_with_a_part_reads_no_note(
    make_person: MakePerson, amber: Person, write_note: WriteNote, client_of: ClientOf
) -> None:
    partner = make_person(Role.PARTNER)
    note = write_note(amber, is_shared=True)
    assert client_of(partner).get(note.get_absolute_url()).status_code == 404
    assert client_of(partner).get(f"{HERE}notities/").status_code == 403


def test_the_words_of_a_note_that_is_gone_are_not_kept_to_look_for_them(
    amber: Person, write_note: WriteNote, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        torn, old = write_note(amber), write_note(amber)
    assert SearchText.objects.filter(kind="note").exclude(body="").count() == 2
    Note.objects.filter(pk=old.pk).update(written_at=timezone.now() - timedelta(days=731))
    with django_capture_on_commit_callbacks(execute=True):
        actions.tear_up(torn, by=amber)
        keep_terms()
    assert not SearchText.objects.filter(kind="note").exclude(body="", title="").exists()
