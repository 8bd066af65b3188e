"""Who may write, read and answer notes, promises and frictions."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.rules import may_work_on
from meervoud_web.notes.models import Friction, Note, Promise
from meervoud_web.people.models import Person


def may_note(person: Person | None, challenge: Challenge) -> bool:
    """Write notes, and make promises and frictions out of them."""
    return may_work_on(person, challenge)


def owns(person: Person, note: Note) -> bool:
    """Share a note, keep it to oneself, throw it away: only who wrote it."""
    return note.writer_id == person.pk


def may_change(person: Person, promise: Promise) -> bool:
    """Say that a promise was kept, change it, or say that it cannot be kept."""
    return promise.keeper_id == person.pk or may_work_on(person, promise.challenge)


def may_settle(person: Person, friction: Friction) -> bool:
    """Say whether a friction was lifted: who can lift it, or who works here and hears it from them."""
    return friction.lifter_id == person.pk or may_work_on(person, friction.challenge)
