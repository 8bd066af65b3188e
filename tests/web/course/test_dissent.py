"""Who sees it otherwise says so in safety: nobody changes it, the public never reads it, and it gets an answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, Involvement, JournalEntry, Part
from meervoud_web.challenges.open_data import tables
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.queries.journal import journal_for, lines
from meervoud_web.challenges.sentences import Section, sentences_for
from meervoud_web.challenges.things import kinds, thing_of
from meervoud_web.course import actions
from meervoud_web.course.models import Choice, Dissent, Openness, Reply, Verdict
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.course.making import chosen

pytestmark = pytest.mark.django_db

SECRET = "Zo raken wij de nachtzorg kwijt"
TEXT = actions.DissentText(otherwise=SECRET, why="In drie wijken belt dan niemand meer.", trade="wijkverpleging")


@pytest.fixture
def choice(challenge: Challenge, noor: Person) -> Choice:
    return chosen(challenge, "Minder uren", by=noor)


@pytest.fixture
def nurse(make_person: MakePerson) -> Person:
    return make_person(Role.CIVIL_SERVANT, name="Verpleegkundige Vera")


@pytest.fixture
def filed(challenge: Challenge, choice: Choice, nurse: Person) -> Dissent:
    return actions.dissent(challenge, by=nurse, text=TEXT, openness=Openness.INTERNAL, sources=[], choice=choice)


@pytest.fixture
def principal(challenge: Challenge, make_person: MakePerson) -> Person:
    person = make_person(Role.CIVIL_SERVANT, name="Opdrachtgever Otto")
    Involvement.objects.create(person=person, challenge=challenge, role=Part.ADMINISTRATIVE_PRINCIPAL)
    return person


def test_author_team_and_principal_read_it_and_for_everybody_else_it_is_not_there(
    filed: Dissent, nurse: Person, noor: Person, principal: Person, client_of: ClientOf, make_person: MakePerson
) -> None:
    mine = filed.get_absolute_url()
    about = filed.choice.get_absolute_url() if filed.choice else ""
    for reader in (nurse, noor, principal):
        assert SECRET in client_of(reader).get(mine).content.decode()
        assert SECRET in client_of(reader).get(about).content.decode()
    for role in (Role.ADMINISTRATOR, Role.CIVIL_SERVANT, Role.COUNCIL_MEMBER, Role.RESIDENT):
        outsider = client_of(make_person(role))
        assert outsider.get(mine).status_code == 404
        for page in (about, "/opgaven/thuis/", "/opgaven/thuis/tijdlijn/"):
            seen = outsider.get(page).content.decode()
            assert SECRET not in seen
            assert "Vera" not in seen
    for page in (about, "/opgaven/thuis/koers/", "/opgaven/thuis/tijdlijn/"):
        assert "egenspraak" not in Client().get(page).content.decode()


def test_it_stands_in_no_search_no_dossier_and_no_journal_of_others(
    filed: Dissent, challenge: Challenge, noor: Person, make_person: MakePerson
) -> None:
    assert kinds()["dissent"].words is None
    told = [str(row) for table in tables() for row in table.rows(noor, challenge)]
    assert told
    assert not [row for row in told if SECRET in row or "egenspraak" in row]
    other = make_person(Role.CIVIL_SERVANT)
    read = lines(journal_for(challenge, person=other), person=other)
    assert not [one for one in read if SECRET in one.sentence or "egenspraak" in one.sentence]
    assert JournalEntry.objects.get(verb="dissent-filed").why == TEXT.why  # so the seals of the journal cover it


def test_a_paper_tells_that_it_is_there_and_its_words_only_when_its_author_agrees(
    filed: Dissent, challenge: Challenge, nurse: Person, noor: Person, make_person: MakePerson
) -> None:
    def told(person: Person) -> str:
        some = sentences_for(Section.DISSENT, person=person, challenge=challenge, since=None)
        assert all(source == thing_of(filed.choice) for one in some for source in one.sources if filed.choice)
        return " ".join(one.text for one in some)

    assert "minder dan vijf medewerkers" in told(noor)
    assert "al geantwoord" in told(noor)
    assert SECRET not in told(noor)
    assert told(make_person(Role.CIVIL_SERVANT)) == ""
    actions.open_dissent(filed, by=nurse, openness=Openness.NAMELESS)
    assert SECRET in told(noor)
    assert "Vera" not in told(noor)
    actions.open_dissent(filed, by=nurse, openness=Openness.NAMED)
    assert "Verpleegkundige Vera" in told(noor)
    with pytest.raises(PermissionDenied):
        actions.open_dissent(filed, by=noor, openness=Openness.INTERNAL)


def test_its_author_corrects_for_a_day_and_then_only_adds_and_every_text_is_kept(
    filed: Dissent, nurse: Person, noor: Person
) -> None:
    better = actions.DissentText(otherwise=SECRET, why="In vier wijken.", trade="wijkverpleging")
    actions.correct_dissent(filed, by=nurse, text=better)
    assert [one.why for one in filed.versions.all()] == [TEXT.why]
    with as_if_at(timezone.now() + timedelta(days=2)):
        with pytest.raises(actions.TooLateError):
            actions.correct_dissent(filed, by=nurse, text=TEXT)
        for _twice in range(2):
            actions.add_to_dissent(filed, by=nurse, text="Nu al in vijf wijken.")
    assert filed.additions.count() == 1
    for act in (
        lambda: actions.correct_dissent(filed, by=noor, text=TEXT),
        lambda: actions.add_to_dissent(filed, by=noor, text="Het viel mee."),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_it_can_be_corrected_as_long_as_the_choice_is_not_set(filed: Dissent, choice: Choice) -> None:
    later = timezone.now() + timedelta(days=3)
    assert not filed.can_be_corrected(later)
    choice.chosen_on = timezone.localdate() + timedelta(days=10)
    choice.save()
    filed.refresh_from_db()
    assert filed.can_be_corrected(later)


def test_who_decides_answers_with_a_reason_and_never_who_wrote_it(
    filed: Dissent, challenge: Challenge, noor: Person, nurse: Person, principal: Person
) -> None:
    assert [one.what for one in waiting_for(principal, challenge)] == [f"Antwoord op tegenspraak: {SECRET}"]
    own = actions.dissent(
        challenge,
        by=noor,
        text=actions.DissentText(otherwise="Eerst geld", why="Het is op.", trade="financiën"),
        openness=Openness.INTERNAL,
        sources=[],
    )
    for by, one in ((nurse, filed), (noor, own)):
        with pytest.raises(PermissionDenied):
            actions.answer_dissent(one, by=by, reply=Reply.STANDS, reason="Nee.", decided_by="ik")
    for _twice in range(2):
        actions.answer_dissent(
            filed, by=principal, reply=Reply.PARTLY, reason="De nachtzorg blijft.", decided_by="de directie"
        )
    assert filed.answers.count() == 1
    assert [one.what for one in waiting_for(principal, challenge)] == ["Antwoord op tegenspraak: Eerst geld"]


def test_a_partner_or_a_resident_files_no_dissent(challenge: Challenge, make_person: MakePerson) -> None:
    with pytest.raises(PermissionDenied):
        actions.dissent(challenge, by=make_person(Role.PARTNER), text=TEXT, openness=Openness.INTERNAL, sources=[])


def test_a_civil_servant_files_corrects_adds_and_the_opgavemanager_answers(
    challenge: Challenge, choice: Choice, nurse: Person, noor: Person, client_of: ClientOf
) -> None:
    here, boss = client_of(nurse), client_of(noor)
    form = here.get(f"{choice.get_absolute_url()}tegenspraak/").content.decode()
    assert "Woo, artikel 5.2" in form
    said = {"otherwise": SECRET, "why": "Daarom.", "trade": "zorg", "openness": "internal"}
    page = here.post(f"{choice.get_absolute_url()}tegenspraak/", said).url
    assert here.post(f"{page}verbeteren/", said | {"why": "Toch hierom."}).url == page
    assert here.post(f"{page}aanvullen/", {"text": "En dit nog."}).url == page
    assert here.post(f"{page}openbaar/", {"openness": "nameless"}).url == page
    answer = {"reply": "stands", "reason": "Wij durven het aan.", "decided_by": "het college"}
    assert boss.post(f"{page}antwoord/", answer).url == page
    assert boss.post(f"{page}verbeteren/", said).status_code == 403
    shown = here.get(page).content.decode()
    for words in ("Toch hierom.", "En dit nog.", "Daarom.", "Wij durven het aan.", "zonder naam"):
        assert words in shown
    assert SECRET in here.get("/opgaven/thuis/koers/tegenspraak/").content.decode()


def test_the_number_of_questions_does_not_grow_with_dissent_and_administrations(
    challenge: Challenge, choice: Choice, noor: Person, nurse: Person, client_of: ClientOf
) -> None:
    client = client_of(noor)
    actions.add_main_line(challenge, by=noor, sentence="Dichtbij.", why="", sources=[])

    def grow(number: int) -> None:
        text = actions.DissentText(otherwise=f"Anders {number}", why="Daarom.", trade="zorg")
        actions.dissent(challenge, by=nurse, text=text, openness=Openness.INTERNAL, sources=[], choice=choice)
        new = actions.Administration(administration=f"college {number}", starts_on=date(2030 + number, 6, 1))
        handover = actions.begin_handover(challenge, by=noor, given=new, sources=[])
        said = actions.LineAnswer(verdict=Verdict.CONFIRMED, reason="Ja.", decided_by="college", mandate="akkoord")
        for line in challenge.main_lines.all():
            actions.answer_line(handover, line, by=noor, answer=said, version=0)
        actions.finish_handover(handover, by=noor)

    def asked() -> list[int]:
        numbers = []
        pages = [
            choice.get_absolute_url(),
            *(f"/opgaven/thuis/{one}" for one in ("", "koers/", "koers/tegenspraak/")),
        ]
        for page in [*pages, challenge.handovers.all()[0].get_absolute_url()]:
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            numbers.append(len(queries))
        return numbers

    grow(1)
    asked()
    before = asked()
    for number in range(2, 5):
        grow(number)
    assert asked() == before
