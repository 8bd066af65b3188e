"""Writing a note, sharing it with who works on the challenge, and throwing it away."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.notes import rules
from meervoud_web.notes.models import Note, Way
from meervoud_web.people.models import Person
from meervoud_web.people.terms import Term

KEPT_FOR = timedelta(days=2 * 365)


def write_note(
    challenge: Challenge, *, by: Person, text: str, request_id: UUID, is_shared: bool = False, way: Way = Way.PAGE
) -> Note:
    """Write down what somebody heard or saw. The same note sent twice, as by a double click, is kept once.

    The journal says that there was a note and never what it says: that is for its writer to share.
    """
    if not rules.may_note(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            note = Note.objects.create(
                challenge=challenge, writer=by, text=text, is_shared=is_shared, way=way, request_id=request_id
            )
            record(challenge=challenge, by=by, verb="note-written", thing=thing_of(note))
            return note
    except IntegrityError:
        # Thrown away since, it stays away, however often the mail comes.
        known = Note.objects.filter(Q(writer=by) | Q(writer=None), request_id=request_id).first()
        if known is None:
            raise PermissionDenied from None
        return known


def share_note(note: Note, *, by: Person) -> None:
    """Let everyone who works on the challenge read along."""
    _let_read(note, by=by, is_shared=True, verb="note-shared")


def keep_to_oneself(note: Note, *, by: Person) -> None:
    """Take a note back from who works on the challenge. What they made of it stays."""
    _let_read(note, by=by, is_shared=False, verb="note-taken-back")


@transaction.atomic
def _let_read(note: Note, *, by: Person, is_shared: bool, verb: str) -> None:
    if not rules.owns(by, note):
        raise PermissionDenied
    if Note.objects.filter(pk=note.pk, writer=by, is_shared=not is_shared).update(is_shared=is_shared):
        record(challenge=note.challenge, by=by, verb=verb, thing=thing_of(note))


@transaction.atomic
def tear_up(note: Note, *, by: Person) -> None:
    """Throw a note away: its words are gone. What was made of it stays, and says for itself what it is."""
    if not rules.owns(by, note):
        raise PermissionDenied
    if empty_notes(Note.objects.filter(pk=note.pk, writer=by)):
        record(challenge=note.challenge, by=by, verb="note-torn-up", thing=thing_of(note))


def empty_notes(notes: QuerySet[Note]) -> int:
    """An empty row stays, so that nobody can tell from the journal that a note of somebody went."""
    return notes.update(writer=None, text="", is_shared=False)


def _due(now: datetime) -> QuerySet[Note]:
    return Note.objects.filter(written_at__lt=now - KEPT_FOR, writer__isnull=False)


def _let_go(keys: Collection[Any]) -> None:
    empty_notes(Note.objects.filter(pk__in=keys))
    changed(*(Thing("note", key) for key in keys))  # so that nothing keeps its words, not even to look for them


NOTES_TERM = Term(kind="notes", promised_by=(Note,), due=_due, let_go=_let_go)
