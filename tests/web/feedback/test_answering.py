"""One answer for everyone who brought something in: with a reason, by whom, when, and never overwritten unseen."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from meervoud_web.challenges.models import Challenge, JournalEntry, LinkKind
from meervoud_web.challenges.models import Link as ThreadLink
from meervoud_web.challenges.open_data import tables
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.sentences import Section, sentences_for
from meervoud_web.challenges.things import shown_to, thing_of
from meervoud_web.course.models import Choice
from meervoud_web.feedback import actions
from meervoud_web.feedback.models import Theme, ThemeAnswer, Weighed
from meervoud_web.notes.queries import waiting_for_me
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.feedback.making import ADOPTED, NOT, a_challenge, a_round, a_theme, answered, in_days
from tests.web.signals.making import a_signal

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert(1)</script>"\'&{{ 1 }}=HYPERLINK("x")'


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


def a_choice(challenge: Challenge) -> Choice:
    words = {"chosen_by": "de raad", "mandate": "begroting", "weighed": "x", "on_monday": "x", "courage": "x"}
    return Choice.objects.create(challenge=challenge, what="De bus rijdt", chosen_on=date(2026, 1, 5), **words)


def test_an_answer_changes_with_a_reason_and_the_earlier_one_stays_readable(manager: Person) -> None:
    theme = a_theme(a_challenge(), by=manager)
    answered(theme, by=manager)
    answered(theme, by=manager, words=NOT, reason="De raad gaf er geen geld voor.")
    theme.refresh_from_db()
    assert theme.weighed == Weighed.NOT
    page = Client().get(theme.get_absolute_url()).content.decode()
    for words in (ADOPTED.text, NOT.text, "De raad gaf er geen geld voor.", "Niet overgenomen"):
        assert words in page
    verbs = JournalEntry.objects.filter(verb__startswith="theme-answer").values_list("verb", flat=True)
    assert list(verbs.order_by("pk")) == ["theme-answered", "theme-answer-changed"]


def test_the_same_answer_sent_twice_is_one_answer(manager: Person) -> None:
    theme = a_theme(a_challenge(), by=manager)
    for _ in range(2):
        actions.answer_theme(theme, by=manager, words=ADOPTED, number=1)
    assert ThemeAnswer.objects.count() == 1
    for _ in range(2):
        actions.tell_result(theme, by=manager, text="De bus rijdt.", request_id=theme_request)
    assert theme.results.count() == 1


theme_request = uuid4()


def test_of_two_who_answer_at_once_the_second_loses_nothing_and_sees_the_first(
    manager: Person, client_of: ClientOf
) -> None:
    theme = a_theme(a_challenge(), by=manager)
    answered(theme, by=manager)
    mine = {"weighed": "not", "text": "Wij doen het niet.", "who": "de directie", "number": 1}
    page = f"{theme.get_absolute_url()}antwoord/"
    client = client_of(manager)
    second = client.post(page, mine)
    assert second.status_code == 422
    shown = second.content.decode()
    for words in ("Wij doen het niet.", ADOPTED.text, 'value="2"'):
        assert words in shown
    assert client.post(page, mine | {"number": 2}).status_code == 422  # why does it change?
    assert client.post(page, mine | {"number": 2, "reason": "Te duur."}).status_code == 302
    assert [answer.text for answer in theme.answers.all()] == ["Wij doen het niet.", ADOPTED.text]


def test_of_two_who_edit_a_theme_or_write_to_one_person_the_second_is_told(manager: Person) -> None:
    round_, things = a_round()
    theme = a_theme(round_.conversation.challenge, by=manager)
    actions.place(theme, by=manager, sources=things[:1])
    words = actions.ThemeWords(title="Bussen", answer_by=theme.answer_by, keeper=manager)
    actions.edit_theme(theme, by=manager, words=words, version=theme.version)
    with pytest.raises(actions.ThemeChangedMeanwhileError):
        actions.edit_theme(theme, by=manager, words=words, version=theme.version)
    placing = theme.placings.get()
    actions.add_for_one(placing, by=manager, text="Dank.", number=0)
    with pytest.raises(actions.AddedMeanwhileError):
        actions.add_for_one(placing, by=manager, text="Iets anders.", number=0)


def test_a_later_day_keeps_the_first_one_with_its_reason(manager: Person) -> None:
    theme = a_theme(a_challenge(), by=manager, days=-3)
    assert "Te laat" in Client().get(theme.get_absolute_url()).content.decode()
    for _ in range(2):
        actions.postpone(theme, by=manager, until=in_days(20), reason="Wij zoeken nog.", version=theme.version)
    page = Client().get(theme.get_absolute_url()).content.decode()
    assert "Wij zoeken nog." in page
    assert "Te laat" not in page
    assert theme.postponements.count() == 1


def test_what_waits_shows_on_the_challenge_and_in_the_mail_of_monday(
    manager: Person, make_person: MakePerson
) -> None:
    challenge = a_challenge()
    a_theme(challenge, by=manager, days=-1)
    answered(a_theme(challenge, by=manager, title="Geld"), by=manager)
    assert [(one.what, one.is_late) for one in waiting_for(manager, challenge)] == [
        ("Antwoord op thema: Vervoer", True)
    ]
    assert [one.what for one in waiting_for_me(manager).others] == ["Antwoord op thema: Vervoer"]
    assert waiting_for(make_person(Role.CHALLENGE_MANAGER), challenge) == []


def test_nobody_but_who_works_on_it_sees_a_theme_before_it_is_published(
    manager: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    theme = a_theme(a_challenge(), by=manager, published=False)
    for person in (None, make_person(Role.RESIDENT), make_person(Role.CLERK)):
        client = client_of(person) if person else Client()
        assert client.get(theme.get_absolute_url()).status_code == 404
        listed = client.get(f"/opgaven/{theme.challenge.slug}/terugkoppeling/").content.decode()
        assert "Vervoer" not in listed
        assert not shown_to(person, [thing_of(theme)])
    assert client_of(manager).get(theme.get_absolute_url()).status_code == 200


def test_a_private_challenge_shows_a_resident_nothing(
    manager: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    theme = a_theme(a_challenge(public=False), by=manager)
    resident = client_of(make_person(Role.RESIDENT))
    for page in (theme.get_absolute_url(), f"/opgaven/{theme.challenge.slug}/terugkoppeling/"):
        assert resident.get(page).status_code == 404


def test_a_choice_shows_its_themes_and_every_theme_that_waits(manager: Person) -> None:
    challenge = a_challenge()
    choice = a_choice(challenge)
    mine = a_theme(challenge, by=manager, title="Bussen", choice=choice)
    a_theme(challenge, by=manager, title="Nog niets", days=-2)
    a_theme(challenge, by=manager, title="Verborgen", published=False)
    answered(a_theme(challenge, by=manager, title="Al klaar"), by=manager)
    page = Client().get(choice.get_absolute_url()).content.decode()
    assert "Bussen" in page
    assert "Nog niets" in page
    assert "te laat" in page
    assert "Verborgen" not in page
    assert "Al klaar" not in page
    assert not ThreadLink.objects.filter(kind=LinkKind.DONE_WITH).exists()  # nothing was done with it yet
    answered(mine, by=manager)
    mine.refresh_from_db()
    laid = ThreadLink.objects.get(kind=LinkKind.DONE_WITH)
    assert (laid.from_id, laid.to_id) == (mine.pk, choice.pk)
    words = actions.ThemeWords(title="Bussen", answer_by=mine.answer_by, keeper=manager)
    actions.edit_theme(mine, by=manager, words=words, version=mine.version)
    assert not ThreadLink.objects.filter(kind=LinkKind.DONE_WITH).exists()
    with pytest.raises(PermissionDenied):
        a_theme(a_challenge(), by=manager, choice=choice)


def test_who_reported_a_signal_reads_what_is_said_to_them_and_nobody_else_does(
    manager: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    reporter = make_person(Role.CLERK)
    signal = a_signal(challenge=a_challenge(), reporter=reporter, shown_as="De bus rijdt leeg.")
    theme = a_theme(signal.challenge, by=manager)
    actions.place(theme, by=manager, sources=[thing_of(signal)])
    answered(theme, by=manager)
    actions.add_for_one(theme.placings.get(), by=manager, text="Dank voor uw tel­werk.", number=0)
    theirs = client_of(reporter).get(signal.get_absolute_url()).content.decode()
    assert "Dank voor uw tel" in theirs
    for client in (Client(), client_of(make_person(Role.CLERK))):
        page = client.get(signal.get_absolute_url()).content.decode()
        assert ADOPTED.text in page
        assert "Dank voor uw tel" not in page
        assert "Dank voor uw tel" not in client.get(theme.get_absolute_url()).content.decode()


def test_hostile_words_stay_words(manager: Person, client_of: ClientOf) -> None:
    challenge = a_challenge()
    client = client_of(manager)
    given = {"title": HOSTILE[:100], "about": HOSTILE, "answer_by": in_days(9), "keeper": manager.pk, "version": 0}
    client.post(f"/opgaven/{challenge.slug}/terugkoppeling/nieuw/", given)
    theme = Theme.objects.get()
    client.post(f"{theme.get_absolute_url()}openbaar/")
    said = {"weighed": "elsewhere", "text": HOSTILE, "elsewhere": HOSTILE, "who": HOSTILE[:100], "number": 1}
    assert client.post(f"{theme.get_absolute_url()}antwoord/", said).status_code == 302
    for address in (
        theme.get_absolute_url(),
        f"/opgaven/{challenge.slug}/terugkoppeling/",
        challenge.get_absolute_url(),
    ):
        page = Client().get(address).content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page


@pytest.mark.parametrize(
    ("weighed", "more"),
    [("maybe", {}), ("not", {"text": ""}), ("not", {"who": ""}), ("elsewhere", {}), ("not", {"text": "x" * 2501})],
)
def test_an_answer_without_a_reason_a_sender_or_a_place_is_refused(
    manager: Person, client_of: ClientOf, weighed: str, more: dict[str, str]
) -> None:
    theme = a_theme(a_challenge(), by=manager)
    sent = {"weighed": weighed, "text": "Nee.", "who": "het college", "number": 1, **more}
    assert client_of(manager).post(f"{theme.get_absolute_url()}antwoord/", sent).status_code == 422
    assert not ThemeAnswer.objects.exists()


def test_a_paper_and_the_open_data_tell_what_everyone_may_read(manager: Person) -> None:
    challenge = a_challenge()
    answered(a_theme(challenge, by=manager), by=manager)
    a_theme(challenge, by=manager, title="Geld", days=-1)
    a_theme(challenge, by=manager, title="Verborgen", published=False)
    told = sentences_for(Section.FEEDBACK, person=manager, challenge=challenge, since=None)
    assert len(told) == 2
    assert any("overgenomen" in one.text for one in told)
    table = next(one for one in tables() if one.name == "themes")
    assert [row[1] for row in table.rows(None, challenge)] == ["Vervoer", "Geld"]
    assert [row[4] for row in table.rows(None, challenge)] == [None, None]  # a few people are no number


def test_an_answer_that_is_hard_to_read_or_names_somebody_is_kept_and_remarked_on(
    manager: Person, client_of: ClientOf
) -> None:
    theme = a_theme(a_challenge(), by=manager)
    text = "Bel 0612345678. " + "Wij doen dit " * 8 + "niet."
    sent = {"weighed": "not", "text": text, "who": "het college", "number": 1}
    page = client_of(manager).post(f"{theme.get_absolute_url()}antwoord/", sent, follow=True).content.decode()
    assert "een telefoonnummer: 0612345678" in page
    assert "meer dan twintig woorden" in page
    assert theme.answers.get().text == text


def test_a_name_can_be_taken_out_of_an_answer_that_stays(manager: Person, client_of: ClientOf) -> None:
    theme = a_theme(a_challenge(), by=manager)
    wrong = actions.AnswerWords(weighed=Weighed.NOT, text="Nee, zei Kwibus Vlonder.", who="het college")
    first = answered(theme, by=manager, words=wrong)
    answered(theme, by=manager, reason="Het kan toch.")
    result = actions.tell_result(theme, by=manager, text="Kwibus Vlonder rijdt.", request_id=uuid4())
    client = client_of(manager)
    for thing in map(thing_of, (first, result)):
        page = f"/opgaven/{theme.challenge.slug}/weglakken/{thing.kind}/{thing.id}/"
        assert page in client.get(theme.get_absolute_url()).content.decode()
        client.post(page, {"words": "Kwibus Vlonder", "reason": "de naam van een inwoner"})
    page = Client().get(theme.get_absolute_url()).content.decode()
    assert "Nee, zei [weggelakt]." in page
    assert "Kwibus" not in page
    assert not JournalEntry.objects.filter(why__contains="Kwibus").exists()
