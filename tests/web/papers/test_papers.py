"""A paper is composed from what is recorded, is set as it was read, and then stays."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, JournalEntry, Link
from meervoud_web.challenges.sentences import Section
from meervoud_web.challenges.things import shown_to, thing_of
from meervoud_web.notes import actions as notes
from meervoud_web.papers import actions
from meervoud_web.papers.models import Paper, PaperSentence, PaperSource
from meervoud_web.papers.queries import changes_since, kept_in, pages_about
from meervoud_web.papers.queries.chapters import Chapter, Line
from meervoud_web.papers.queries.length import MOST_PAGES, left_out_to_fit
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.papers.making import a_challenge, a_draft, a_promise, chapters, is_set, with_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Olga Opgave")


@pytest.fixture
def challenge() -> Challenge:
    return a_challenge()


def said(found: tuple[Chapter, ...]) -> list[str]:
    return [line.text for chapter in found for line in chapter.lines]


def test_each_sentence_names_sources_that_its_reader_can_open(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    promise = a_promise(challenge, by=manager)
    found = chapters(a_draft(challenge, by=manager), by=manager)
    lines = [line for chapter in found for line in chapter.lines]
    assert any(thing_of(promise) in {source.thing for source in line.sources} for line in lines)
    assert all(line.sources for line in lines)
    client = client_of(manager)
    for line in lines:
        for source in line.sources:
            assert client.get(source.address).status_code == 200
            assert shown_to(manager, [source.thing])[source.thing].title == source.title


def test_a_set_paper_stays_while_what_it_was_composed_from_goes_on(challenge: Challenge, manager: Person) -> None:
    promise = a_promise(challenge, by=manager)
    paper = is_set(with_words(a_draft(challenge, by=manager), by=manager, text="Het kost niets."), by=manager)
    before = said(kept_in(paper))
    assert "Het kost niets." in before
    notes.keep_promise(promise, by=manager, version=promise.version)
    assert said(kept_in(paper)) == before
    assert Link.objects.filter(from_kind="promise", from_id=promise.pk, to_kind="paper", to_id=paper.pk).exists()
    assert JournalEntry.objects.filter(verb="paper-set", thing_id=paper.pk, person=manager).exists()


def test_who_sets_a_paper_sets_what_they_read(challenge: Challenge, manager: Person) -> None:
    paper = a_draft(challenge, by=manager)
    a_promise(challenge, by=manager, what="Dit kwam er tussendoor bij.")
    with pytest.raises(actions.ChangedMeanwhileError):
        actions.set_paper(paper, by=manager, read="0" * 64, embargo_until=None, version=paper.version)
    assert not Paper.objects.get().is_set


def test_two_who_write_at_once_overwrite_nothing(challenge: Challenge, manager: Person) -> None:
    paper = a_draft(challenge, by=manager)
    with_words(paper, by=manager, text="De eerste.")
    with pytest.raises(actions.ChangedMeanwhileError):
        with_words(paper, by=manager, text="De tweede.")
    assert Paper.objects.get().words.get().text == "De eerste."


def test_under_embargo_everybody_waits_for_the_same_moment(
    challenge: Challenge, manager: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    now = timezone.now()
    paper = is_set(a_draft(challenge, by=manager), by=manager, embargo=now + timedelta(hours=2))
    readers = [client_of(make_person(role)) for role in (Role.COUNCIL_MEMBER, Role.CLERK)]
    addresses = [paper.get_absolute_url(), f"{paper.get_absolute_url()}word/", f"{paper.get_absolute_url()}pdf/"]
    assert {reader.get(address).status_code for reader in readers for address in addresses} == {404}
    assert paper.subject not in readers[0].get(challenge.get_absolute_url()).content.decode()
    with as_if_at(now + timedelta(hours=3)):
        assert {reader.get(paper.get_absolute_url()).status_code for reader in readers} == {200}


def test_what_changed_since_the_last_paper_of_its_kind_is_told(challenge: Challenge, manager: Person) -> None:
    promise = a_promise(challenge, by=manager)
    is_set(a_draft(challenge, by=manager), by=manager)
    notes.keep_promise(promise, by=manager, version=promise.version)
    a_promise(challenge, by=manager, what="Wij komen langs.")
    paper = a_draft(challenge, by=manager)
    changes = changes_since(paper, chapters(paper, by=manager))
    assert changes is not None
    assert any("Wij komen langs" in line.text for one in changes.sections for line in one.came)
    assert any(piece.change for one in changes.sections for pieces in one.moved for piece in pieces)


def test_a_redacted_sentence_is_gone_and_its_reason_stands_there(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    secret = "Mevrouw Wubbelfliep belde."
    paper = is_set(with_words(a_draft(challenge, by=manager), by=manager, text=secret), by=manager)
    sentence = paper.sentences.get(text=secret)
    address = f"/stukken/{paper.pk}/lakken/{sentence.pk}/"
    client = client_of(manager)
    assert client.post(address, {"reason": "Er stond een naam in."}).status_code == 302
    assert client.post(address, {"reason": "Nog eens."}).status_code == 404
    page = client.get(paper.get_absolute_url()).content.decode()
    assert "[Weggelakt: Er stond een naam in.]" in page
    assert "Wubbelfliep" not in page
    assert not PaperSentence.objects.filter(text__contains="Wubbelfliep").exists()
    assert not PaperSource.objects.filter(sentence=sentence).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperSentence.objects.filter(pk=sentence.pk).update(text="Toch weer.")


def test_a_draft_begins_no_longer_than_a_council_reads() -> None:
    def chapter(section: Section, many: int) -> Chapter:
        lines = (
            Line(text="Een zin van gewone lengte over iets. " * 4, mark=f"{section}/{n}") for n in range(many)
        )
        return Chapter(section=section, told=tuple(lines))

    long = (chapter(Section.PROMISES, 90), chapter(Section.DISSENT, 20), chapter(Section.COURSE, 4))
    out = set(left_out_to_fit(long))
    kept = [
        Chapter(section=one.section, told=tuple(line for line in one.told if line.mark not in out)) for one in long
    ]
    assert pages_about(long) > MOST_PAGES >= pages_about(kept)
    assert len(kept[1].told) == 20, "what a minority holds is never left out"
    assert len(kept[2].told) == 4
    assert left_out_to_fit(long[1:]) == []


def test_own_words_carry_who_wrote_them_and_hostile_ones_stay_words(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    text = "<script>alert(1)</script> \u202etxet {{ 7|add:7 }}"
    paper = with_words(a_draft(challenge, by=manager), by=manager, text=text)
    page = client_of(manager).get(f"/stukken/{paper.pk}/schrijven/").content.decode()
    assert "<script>alert" not in page
    assert "Eigen tekst van Olga Opgave" in page
    assert "Concept, niet vastgesteld" in page


def test_the_wizard_works_without_a_script_and_keeps_only_when_asked(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    a_promise(challenge, by=manager)
    paper = a_draft(challenge, by=manager)
    client, address = client_of(manager), f"/stukken/{paper.pk}/schrijven/"
    marks = [line.mark for chapter in chapters(paper, by=manager) for line in chapter.told if not chapter.is_fixed]
    fields: dict[str, Any] = {
        "version": paper.version,
        "subject": "Anders",
        "offered": json.dumps(marks),
        "zin": marks[1:],
    }
    shown = client.post(address, {**fields, "act": "preview"}).content.decode()
    assert "Anders" in shown
    assert Paper.objects.get().subject == "Stand van zaken"
    assert client.post(address, {**fields, "act": "keep"}).status_code == 302
    kept = Paper.objects.get()
    assert (kept.subject, kept.left_out) == ("Anders", marks[:1])
    assert client.post(address, {**fields, "act": "keep"}).status_code == 422, "the same form once more"


def test_a_form_that_is_sent_twice_begins_one_paper(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    client, address = client_of(manager), f"{challenge.get_absolute_url()}stukken/"
    request_id = client.get(address).context["form"].initial.get("request_id")
    fields = {"kind": "council-letter", "subject": "Stand", "request_id": request_id}
    answers = [client.post(address, fields) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Paper.objects.count() == 1


def test_without_the_role_nobody_reads_writes_or_finds_a_draft(
    challenge: Challenge, manager: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    paper = with_words(a_draft(challenge, by=manager), by=manager, text="Nog geheim.")
    for role in (Role.COUNCIL_MEMBER, Role.CIVIL_SERVANT, Role.PARTNER):
        person = make_person(role)
        assert client_of(person).get(f"/stukken/{paper.pk}/schrijven/").status_code == 404
        assert shown_to(person, [thing_of(paper)]) == {}
        with pytest.raises(PermissionDenied):
            actions.throw_away(paper, by=person, version=paper.version)
    assert paper.subject not in Client().get(challenge.get_absolute_url()).content.decode()
