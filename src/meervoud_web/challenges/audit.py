"""Does the journal still hold? Every digest, mark and seal is computed again; what differs is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from meervoud_web.challenges import chain
from meervoud_web.challenges.actions.journal import ENTRY, ENTRY_TEXT
from meervoud_web.challenges.models import JournalEntry, JournalSeal
from meervoud_web.challenges.verbs import ERASED


@dataclass(frozen=True, kw_only=True)
class Audit:
    """What was found. ``head`` is worth keeping elsewhere: only with it a cut-off end can be seen."""

    entries: int
    seals: int
    not_sealed_yet: int
    head: str
    problems: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Erasures:
    """Which entries were emptied in the open, and by which later entry."""

    persons: dict[int, int]
    texts: dict[int, int]

    @classmethod
    def known(cls) -> _Erasures:
        notes = JournalEntry.objects.filter(verb=ERASED).values_list("thing_kind", "thing_id", "pk")
        whole = {about: note for kind, about, note in notes if kind == ENTRY}
        texts = {about: note for kind, about, note in notes if kind == ENTRY_TEXT}
        return cls(persons=whole, texts=texts | whole)


def verify() -> Audit:
    """Compute the whole journal again. Entries that wait for their seal are counted and checked by themselves."""
    seals = list(JournalSeal.objects.order_by("number"))
    erasures = _Erasures.known()
    problems: list[str] = []
    marks_in: dict[int, list[tuple[int, str]]] = {}
    waiting = 0
    entries = JournalEntry.objects.order_by("sealed_in_id", "pk").iterator(chunk_size=2000)
    for number, batch in groupby(entries, key=lambda entry: entry.sealed_in_id):
        for entry in batch:
            problems += _wrong_with(entry, erasures)
            if number is None:
                waiting += 1
            else:
                marks_in.setdefault(number, []).append((entry.pk, entry.mark))
    problems += _wrong_with_seals(seals, marks_in)
    return Audit(
        entries=waiting + sum(map(len, marks_in.values())),
        seals=len(seals),
        not_sealed_yet=waiting,
        head=seals[-1].hash if seals else chain.FIRST,
        problems=tuple(problems),
    )


def _wrong_with(entry: JournalEntry, erasures: _Erasures) -> Iterator[str]:
    if entry.mark != entry.mark_of_facts():
        yield f"entry {entry.pk} was changed"
    if entry.person_digest and not entry.person_salt and entry.person_id is None:
        if erasures.persons.get(entry.pk, 0) <= entry.pk:
            yield f"entry {entry.pk}: its person was taken out, and no entry says so"
    elif _has_person(entry) and entry.person_digest != entry.digest_of_person():
        yield f"entry {entry.pk}: its person was changed"
    if not (entry.text_salt or entry.about or entry.why):
        if erasures.texts.get(entry.pk, 0) <= entry.pk:
            yield f"entry {entry.pk}: its text was taken out, and no entry says so"
    elif entry.text_digest != entry.digest_of_text():
        yield f"entry {entry.pk}: its text was changed"


def _has_person(entry: JournalEntry) -> bool:
    return (entry.person_id, entry.person_salt, entry.person_digest) != (None, "", "")


def _wrong_with_seals(seals: list[JournalSeal], marks_in: dict[int, list[tuple[int, str]]]) -> Iterator[str]:
    previous = chain.FIRST
    for expected, seal in enumerate(seals, start=1):
        marks = marks_in.get(seal.number, [])
        if seal.number != expected:
            yield f"seal {expected} is missing before seal {seal.number}"
        if seal.previous != previous:
            yield f"seal {seal.number} does not follow the one before it"
        if seal.count != len(marks):
            yield f"seal {seal.number} closed {seal.count} entries; {len(marks)} are there"
        found = chain.seal(number=seal.number, previous=seal.previous, at=seal.at, count=seal.count, marks=marks)
        if found != seal.hash:
            yield f"seal {seal.number} does not fit its entries"
        previous = seal.hash
    # Asked again, for others may have sealed while we were reading.
    known = set(JournalSeal.objects.values_list("number", flat=True))
    for number in sorted(marks_in.keys() - known):
        yield f"seal {number} is gone; {len(marks_in[number])} entries name it"
