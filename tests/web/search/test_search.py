"""What is found, by whom, and that what is gone is found no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Conversation, Statement
from meervoud_web.framings.models import Framing, FramingVersion
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.people.models import Person, Role
from meervoud_web.search import queries
from meervoud_web.search.actions import take_in_everything
from meervoud_web.search.models import SearchText
from meervoud_web.search.queries import of_what_is_gone
from tests.web.conftest import ClientOf, MakePerson

Commit = Callable[[], AbstractContextManager[None]]

SAID = ("Mantelzorgers verdienen rust.", "Onze huizen zijn te groot.", "Eenzame mensen wonen overal.")


@pytest.fixture
def commit(db: None, django_capture_on_commit_callbacks: Any) -> Commit:
    """A transaction of which what comes after the commit is done too, inside that of the test."""

    @contextmanager
    def begin() -> Iterator[None]:
        with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
            yield

    return begin


@pytest.fixture
def challenge(commit: Commit) -> Challenge:
    found = Challenge.objects.create(title="Thuis", slug="thuis", question="Hoe?", is_public=True)
    with commit():
        changed(thing_of(found))
    return found


@pytest.fixture
def conversation(challenge: Challenge, commit: Commit) -> Conversation:
    begun = conversations.begin_conversation(challenge=challenge, title="Ronde", question="Wat?", is_public=True)
    with commit():
        conversations.set_seeds(begun.pk, SAID)
    return begun


def found(words: str, person: Person | None = None) -> list[str]:
    return [one.shown.title for one in queries.find(person, words)]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("mantelzorg", 0), ("MANTELZORGER", 0), ("huis", 1), ("groot huizen", 1), ("eenzaam", 2), ("woning", 2),
        ("eenzaam, wonen!", 2),
    ],
)  # fmt: skip
def test_a_statement_is_found_by_its_words_in_another_form(
    conversation: Conversation, words: str, place: int
) -> None:
    assert found(words) == [SAID[place]]


@pytest.mark.parametrize("words", ["huis eenzaam", "ziekenhuis", "zzz", "!?", "", "a" * 5000])
def test_all_words_have_to_be_there(conversation: Conversation, words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "words", ['" OR *', "NEAR(huis)", "huis' | 'a", "title:huis", "huis & !a", "-huis", "%", "\\"]
)
def test_signs_that_mean_something_to_a_database_mean_nothing_here(conversation: Conversation, words: str) -> None:
    assert set(found(words)) <= {SAID[1]}


def test_a_title_counts_for_more_than_what_is_written_under_it(challenge: Challenge, commit: Commit) -> None:
    for title, importance in (("Buren", "Groen."), ("Groen", "Buren.")):
        with commit():
            one = Challenge.objects.create(
                title=title, slug=title.lower(), question="?", importance=importance, is_public=True
            )
            changed(thing_of(one))
    assert found("buren") == ["Buren", "Groen"]


def test_who_may_not_see_a_thing_does_not_find_it(conversation: Conversation, make_person: MakePerson) -> None:
    staff = make_person(Role.CIVIL_SERVANT)
    Challenge.objects.update(is_public=False)
    assert found("huizen") == []
    assert found("huizen", make_person(Role.PARTNER)) == []
    assert found("huizen", staff) == [SAID[1]]


def test_what_may_not_be_seen_takes_no_place_in_the_list(
    conversation: Conversation, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    hidden = Challenge.objects.create(title="Dicht", slug="dicht", question="?")
    shut = conversations.begin_conversation(challenge=hidden, title="Dicht", question="?")
    with commit():
        conversations.set_seeds(shut.pk, [f"Huizen {number}" for number in range(7)])
    assert found("huizen") == [SAID[1]]


def withdraw(statement: Statement) -> None:
    conversations.silence_statement(statement.pk)


def begin_again(statement: Statement) -> None:
    conversations.set_seeds(statement.conversation_id, ["Iets heel anders."])


@pytest.mark.parametrize("act", [withdraw, begin_again])
def test_what_is_taken_away_leaves_no_word_behind(
    conversation: Conversation, commit: Commit, act: Callable[[Statement], None]
) -> None:
    statement = Statement.objects.get(text=SAID[1])
    with commit():
        act(statement)
    assert found("huizen") == []
    kept = SearchText.objects.filter(kind="statement", thing_id=statement.pk)
    assert not any("huiz" in f"{one.title} {one.body}" for one in kept)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_fts WHERE search_fts MATCH 'huis OR huiz'")
            assert cursor.fetchone() == (0,)
            cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('integrity-check')")


def test_what_went_without_a_word_is_gone_after_a_night(conversation: Conversation) -> None:
    Statement.objects.filter(text=SAID[1]).delete()
    assert of_what_is_gone().count() == 1
    keep_terms()
    assert of_what_is_gone().count() == 0
    assert SearchText.objects.filter(kind="statement").count() == len(SAID) - 1


def test_what_did_not_happen_is_not_found(conversation: Conversation) -> None:
    with transaction.atomic():
        conversations.set_seeds(conversation.pk, ["Nooit gebeurd."])
        transaction.set_rollback(True)
    assert found("gebeurd") == []
    assert found("huizen") == [SAID[1]]


def test_all_that_can_be_found_is_made_anew_to_the_same(
    conversation: Conversation, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(SearchText.objects.values_list("kind", "thing_id", "title", "body"))
    assert len(before) == len(SAID) + 2
    SearchText.objects.filter(kind="statement").delete()
    assert take_in_everything() == len(before)
    assert set(SearchText.objects.values_list("kind", "thing_id", "title", "body")) == before
    call_command("take_in_everything")
    assert capsys.readouterr().out == f"{len(before)} things can be found.\n"


def test_the_page_shows_what_is_found_and_says_when_nothing_is(
    conversation: Conversation, client: Client, client_of: ClientOf, make_person: MakePerson
) -> None:
    page = client.get("/zoeken/?woorden=huizen").content.decode()
    assert "Onze <mark>huizen</mark> zijn te groot." in page
    assert "Er is 1 ding gevonden." in page
    assert "Er zijn 0 dingen gevonden." in client.get("/zoeken/?woorden=zzz").content.decode()
    assert "gevonden" not in client.get("/zoeken/").content.decode()
    hostile = client.get("/zoeken/", {"woorden": "<script>alert(1)</script>\0\ud7ff"}).content.decode()
    assert "<script>alert" not in hostile
    assert (
        "<mark>huizen</mark>" in client_of(make_person(Role.CLERK)).get("/zoeken/?woorden=huis").content.decode()
    )


def test_of_a_framing_only_the_newest_version_that_one_may_see_is_found(
    challenge: Challenge, make_person: MakePerson, commit: Commit
) -> None:
    framing = Framing.objects.create(challenge=challenge, actor="Buren")
    for number, problem in ((1, "Een hek tussen ons."), (2, "Een muur tussen ons.")):
        with commit():
            version = FramingVersion.objects.create(
                framing=framing,
                number=number,
                problem=problem,
                is_shown=number == 1,
                recognised="confirmed" if number == 1 else "waiting",
            )
            changed(thing_of(version))
    staff = make_person(Role.CIVIL_SERVANT)
    assert (len(found("muur", staff)), len(found("hek", staff)), len(found("ons", staff))) == (1, 0, 1)
    assert (len(found("muur")), len(found("hek")), len(found("ons"))) == (0, 1, 1)
    with commit():
        changed(*(thing_of(version) for version in framing.versions.all()))
        framing.delete()
    assert not SearchText.objects.filter(kind="framing").exists()
