"""The journal only grows, and one changed byte shows."""

# ruff: noqa: S608 (forged by hand on purpose; nothing of it comes from outside)

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.db.transaction import TransactionManagementError

from meervoud_web.analyses.management.commands import db_worker
from meervoud_web.challenges import actions, audit
from meervoud_web.challenges.actions.journal import record, seal_journal
from meervoud_web.challenges.commands import _run_verify
from meervoud_web.challenges.models import AppendOnlyError, Challenge, JournalEntry, JournalSeal
from meervoud_web.challenges.things import Thing
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson

TOKEN = "Zeepaardje-7731"
TEXT = actions.ChallengeText(title="Samen langer thuis", question="Hoe dan?")

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name=f"Olga {TOKEN}")


@pytest.fixture
def challenge(olga: Person) -> Challenge:
    """A challenge with five entries under two seals, of two people and one that nobody did."""
    challenge = actions.start_challenge(by=olga, text=TEXT)
    for number in range(2):
        write(challenge, olga, why=f"{TOKEN} {number}")
    seal_journal()
    write(challenge, None, about="Vanzelf")
    write(challenge, olga)
    seal_journal()
    return challenge


def write(challenge: Challenge | None, by: Person | None, **words: str) -> JournalEntry:
    with transaction.atomic():
        return record(challenge=challenge, by=by, verb="challenge-edited", thing=Thing("challenge", 1), **words)


@contextmanager
def past_all_guards() -> Iterator[Callable[[str, list[Any]], None]]:
    """Write straight into the tables, as somebody with the password of the database would."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield cursor.execute


def change(row: Model, column: str) -> None:
    with past_all_guards() as run:
        table, key = row._meta.db_table, row._meta.pk.column
        run(f'UPDATE {table} SET "{column}" = %s WHERE {key} = %s', [_another(row, column), row.pk])


def _another(row: Model, column: str) -> Any:
    """A value that differs in one byte, or by the least."""
    field = next(field for field in row._meta.local_concrete_fields if field.column == column)
    value = getattr(row, field.attname)
    if field.is_relation and column in {"challenge_id", "person_id"}:
        return _other_key(field.related_model, value)
    if column == "at":
        return value.replace(microsecond=(value.microsecond + 1) % 1_000_000)
    if isinstance(value, int):
        return value + (1 if column != "sealed_in_id" else -1)
    if value is None:
        return 1
    return ("b" if value[:1] == "a" else "a") + value[1:]


def _other_key(model: type[Model], value: int) -> int:
    if model is Challenge:
        return Challenge.objects.create(title="Een andere", slug=f"andere-{value}", question="?").pk
    return Person.objects.create_person(email=f"ander{value}@meerdam.example", name="Ander").pk


def columns(model: type[Model]) -> list[str]:
    return [field.column for field in model._meta.local_concrete_fields]


# --- recording ----------------------------------------------------------------------------------------------


def test_an_entry_says_who_in_which_role_what_and_why(challenge: Challenge, olga: Person) -> None:
    entry = JournalEntry.objects.order_by("pk").first()
    assert entry is not None
    assert (entry.person, entry.role, entry.verb) == (olga, "challenge-manager", "challenge-started")
    assert (entry.thing_kind, entry.thing_id, entry.about) == ("challenge", challenge.pk, TEXT.title)


@pytest.mark.django_db(transaction=True)
def test_who_records_outside_the_transaction_of_the_act_is_refused() -> None:
    with pytest.raises(TransactionManagementError):
        record(challenge=None, by=None, verb="challenge-edited", thing=Thing("challenge", 1))


def test_a_verb_without_a_sentence_is_refused(db: None) -> None:
    with pytest.raises(LookupError):
        record(challenge=None, by=None, verb="mumbled", thing=Thing("challenge", 1))


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_entry_and_one_that_stands_is_sealed_at_once(make_person: MakePerson) -> None:
    olga = make_person(Role.CHALLENGE_MANAGER)
    with transaction.atomic():
        write(None, olga)
        transaction.set_rollback(True)
    assert not JournalEntry.objects.exists()
    actions.start_challenge(by=olga, text=TEXT)
    assert JournalEntry.objects.get().sealed_in_id == 1


def test_what_a_crash_left_unsealed_is_told_and_taken_along_by_the_next_seal(challenge: Challenge) -> None:
    write(challenge, None)
    found = audit.verify()
    assert (found.not_sealed_yet, found.problems) == (1, ())
    write(challenge, None)
    assert seal_journal() == 2
    assert audit.verify().not_sealed_yet == 0


def test_a_worker_that_starts_seals_what_a_crash_left(
    challenge: Challenge, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(challenge, None)
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.Command.handle", lambda *_, **__: None)
    assert db_worker.Command().worked_to_its_end()
    assert audit.verify().not_sealed_yet == 0


def test_entries_are_not_changed_or_deleted_by_any_door(challenge: Challenge) -> None:
    entry = JournalEntry.objects.all()[0]
    for attempt in (
        entry.save,
        entry.delete,
        JournalEntry.objects.all().delete,
        lambda: JournalEntry.objects.update(why="anders"),
        lambda: JournalEntry.objects.bulk_update([entry], ["why"]),
        lambda: challenge.journal.update(role=""),
    ):
        with pytest.raises(AppendOnlyError), transaction.atomic():
            attempt()
    assert not audit.verify().problems


@pytest.mark.django_db(transaction=True)
def test_people_who_act_at_the_same_time_make_one_chain(make_person: MakePerson) -> None:
    olga = make_person(Role.CHALLENGE_MANAGER)

    def act(number: int) -> None:
        actions.start_challenge(by=olga, text=replace(TEXT, title=f"Opgave {number}"))
        connection.close()

    with ThreadPoolExecutor(4) as hands:
        list(hands.map(act, range(12)))
    seal_journal()
    found = audit.verify()
    assert (found.entries, found.not_sealed_yet, found.problems) == (12, 0, ())


# --- what shows ---------------------------------------------------------------------------------------------


def test_a_journal_that_nobody_touched_holds(challenge: Challenge, capsys: pytest.CaptureFixture[str]) -> None:
    found = audit.verify()
    assert (found.entries, found.seals, found.not_sealed_yet, found.problems) == (5, 2, 0, ())
    assert _run_verify(None) == 0  # type: ignore[arg-type]
    assert found.head in capsys.readouterr().out


@pytest.mark.parametrize("column", columns(JournalEntry))
def test_one_changed_byte_in_an_entry_shows(
    challenge: Challenge, column: str, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = JournalEntry.objects.order_by("pk")[4]
    change(entry, column)
    assert _run_verify(None) == 1  # type: ignore[arg-type]
    if column not in {"id", "sealed_in_id"}:
        assert f"entry {entry.pk}" in capsys.readouterr().err


@pytest.mark.parametrize("column", columns(JournalSeal))
def test_one_changed_byte_in_a_seal_shows(challenge: Challenge, column: str) -> None:
    seal = JournalSeal.objects.get(number=1)
    if column == "number":
        with past_all_guards() as run:  # its entries move along, as who forges would do
            run(
                "INSERT INTO challenges_journalseal SELECT 9, 'x', at, count, 'y' FROM challenges_journalseal"
                " WHERE number = 1",
                [],
            )
            run("UPDATE challenges_journalentry SET sealed_in_id = 9 WHERE sealed_in_id = 1", [])
            run("DELETE FROM challenges_journalseal WHERE number = 1", [])
            run(
                "UPDATE challenges_journalseal SET previous = %s, hash = %s WHERE number = 9",
                [seal.previous, seal.hash],
            )
    else:
        change(seal, column)
    assert any("seal" in problem for problem in audit.verify().problems)


def test_an_entry_that_is_cut_out_put_in_or_swapped_shows(challenge: Challenge, olga: Person) -> None:
    first, second = JournalEntry.objects.order_by("pk")[1:3]
    table = "challenges_journalentry"
    for forge in (
        [f"DELETE FROM {table} WHERE id = {first.pk}"],
        [
            f"UPDATE {table} SET id = -1 WHERE id = {first.pk}",
            f"UPDATE {table} SET id = {first.pk} WHERE id = {second.pk}",
            f"UPDATE {table} SET id = {second.pk} WHERE id = -1",
        ],
        [f"UPDATE {table} SET sealed_in_id = 1 WHERE sealed_in_id = 2"],
    ):
        with transaction.atomic():
            with past_all_guards() as run:
                for statement in forge:
                    run(statement, [])
            assert any("seal 1" in problem for problem in audit.verify().problems)
            transaction.set_rollback(True)
    assert not audit.verify().problems


# --- forgetting ---------------------------------------------------------------------------------------------


def test_a_person_who_is_forgotten_is_gone_and_the_seals_hold(challenge: Challenge, olga: Person) -> None:
    about_olga = Thing("challenge", 77)
    with transaction.atomic():
        record(challenge=None, by=None, verb="challenge-edited", thing=about_olga, about=olga.name)
    seal_journal()
    head = audit.verify().head
    assert actions.forget(olga, by=olga, things=[about_olga]) == 5
    seal_journal()
    found = audit.verify()
    assert found.problems == ()
    assert found.head != head
    everything = str(list(JournalEntry.objects.values()))
    assert TOKEN not in everything
    assert not JournalEntry.objects.filter(person=olga).exists()
    assert actions.forget(olga, by=None, things=[about_olga]) == 0
    olga.delete()


def test_a_name_that_was_emptied_without_saying_so_shows(challenge: Challenge) -> None:
    entry = JournalEntry.objects.order_by("pk")[0]
    for emptied in ("person_id = NULL, person_salt = ''", "about = '', why = '', text_salt = ''", "about = ''"):
        with transaction.atomic():
            with past_all_guards() as run:
                run(f"UPDATE challenges_journalentry SET {emptied} WHERE id = %s", [entry.pk])
            assert any(f"entry {entry.pk}" in problem for problem in audit.verify().problems), emptied
            transaction.set_rollback(True)


def test_an_account_is_not_deleted_before_its_owner_is_forgotten(challenge: Challenge, olga: Person) -> None:
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        olga.delete()
