"""Recording what was done, sealing what was recorded, and forgetting who did it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from meervoud_web.challenges import chain, verbs
from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.models import Challenge, JournalEntry, JournalSeal
from meervoud_web.challenges.queries.roles import role_of
from meervoud_web.challenges.things import Thing
from meervoud_web.people.models import Person

ENTRY = "journal-entry"
"""The kind of thing that an erasure is about: person and text of the entry with this id."""
ENTRY_TEXT = "journal-entry-text"
"""The same for the text alone."""
AT_ONCE = 500
TRIES = 20
"""How often who seals at the same time as others looks again; who gives up leaves it to the next one."""


def record(
    *,
    challenge: Challenge | None,
    by: Person | None,
    verb: str,
    thing: Thing,
    about: str = "",
    why: str = "",
    role: str | None = None,
) -> JournalEntry:
    """Write down what is being done, inside the transaction that does it, so that both stand or neither does.

    ``challenge`` is ``None`` for what concerns the whole house. ``about`` and ``why`` hold the words of people and
    can be erased; everything else stays for ever. What was said without an account is never recorded, only
    counted. The entry is sealed right after the commit.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("record inside the transaction that acts")
    if not verbs.is_known(verb):
        raise LookupError(f"no app registered the verb {verb!r}")
    entry = JournalEntry(
        challenge=challenge,
        person=by,
        role=role_of(by, challenge) if role is None else role,
        verb=verb,
        thing_kind=thing.kind,
        thing_id=thing.id,
        about=about[:300],
        why=why,
    )
    entry.cover()
    entry.save(force_insert=True)
    transaction.on_commit(seal_journal, robust=True)
    changed(thing)
    return entry


def seal_journal() -> int:
    """Close every entry that has no seal yet, as one batch; return how many there were.

    What a crash left unsealed is taken along by whoever comes next.
    """
    for _attempt in range(TRIES):
        if not JournalEntry.objects.filter(sealed_in=None).exists():
            return 0
        try:
            with transaction.atomic():
                return _seal_batch()
        except (IntegrityError, _OvertakenError):
            continue
    return 0


class _OvertakenError(Exception):
    """Somebody else set a seal while we waited for the last one."""


def _seal_batch() -> int:
    last = JournalSeal.objects.select_for_update().order_by("-number").first()
    number = last.number if last else 0
    if JournalSeal.objects.filter(number__gt=number).exists():
        raise _OvertakenError
    marks = list(JournalEntry.objects.filter(sealed_in=None).order_by("pk").values_list("pk", "mark"))
    if not marks:
        return 0
    seal = JournalSeal(
        number=number + 1, previous=last.hash if last else chain.FIRST, at=timezone.now(), count=len(marks)
    )
    seal.hash = chain.seal(number=seal.number, previous=seal.previous, at=seal.at, count=seal.count, marks=marks)
    seal.save(force_insert=True)
    for part in _parts([pk for pk, _mark in marks]):
        _write(part, sealed_in=seal)
    return len(marks)


def forget(person: Person, *, by: Person | None, things: Collection[Thing] = ()) -> int:
    """Take a person out of the journal: who they were, what they wrote, and how ``things`` about them are called.

    The seals hold, for they cover digests whose salts go too. For each emptied entry another one says that it was
    emptied, so that emptying by any other way shows. Returns how many entries were emptied.
    """
    with transaction.atomic():
        theirs = list(JournalEntry.objects.filter(person=person))
        for entry in theirs:
            _note_erasure(entry, by=None if by == person else by, kind=ENTRY)
        for part in _parts([entry.pk for entry in theirs]):
            _write(part, person=None, person_salt="", about="", why="", text_salt="")
        return len(theirs) + forget_texts(by=None if by == person else by, things=things)


def forget_texts(*, by: Person | None, things: Collection[Thing] = (), entries: Collection[int] = ()) -> int:
    """Take the words out of ``entries`` and out of those about ``things``; who did it stays. Returns how many."""
    with transaction.atomic():
        found = {entry.pk: entry for entry in _with_words(things, entries)}
        for entry in found.values():
            _note_erasure(entry, by=by, kind=ENTRY_TEXT)
        for part in _parts(list(found)):
            _write(part, about="", why="", text_salt="")
    return len(found)


def _with_words(things: Collection[Thing], entries: Collection[int]) -> Iterator[JournalEntry]:
    kept = JournalEntry.objects.exclude(text_salt="")
    for start in range(0, len(entries), AT_ONCE):
        yield from kept.filter(pk__in=list(entries)[start : start + AT_ONCE])
    for kind in {thing.kind for thing in things}:
        ids = [thing.id for thing in things if thing.kind == kind]
        for start in range(0, len(ids), AT_ONCE):
            yield from kept.filter(thing_kind=kind, thing_id__in=ids[start : start + AT_ONCE])


def _note_erasure(entry: JournalEntry, *, by: Person | None, kind: str) -> None:
    record(challenge=entry.challenge, by=by, verb=verbs.ERASED, thing=Thing(kind, entry.pk))


def _parts(keys: list[int]) -> list[models.QuerySet[JournalEntry]]:
    """SQLite takes a limited number of values at a time."""
    parts = [keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE)]
    return [JournalEntry.objects.filter(pk__in=part) for part in parts]


def _write(entries: models.QuerySet[JournalEntry], **values: Any) -> None:
    """Change entries past the guard of :class:`JournalEntries`: only sealing and forgetting may."""
    models.QuerySet.update(entries, **values)
