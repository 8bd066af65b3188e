"""Promising something, and saying how it went: kept, changed with a reason, or not kept with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.notes import rules
from meervoud_web.notes.models import Promise, PromiseChange, PromisedTo, PromiseState
from meervoud_web.people.models import Person


class PromiseChangedMeanwhileError(Exception):
    """Somebody else changed or settled the promise since this person looked at it."""


@dataclass(frozen=True, kw_only=True)
class PromiseWords:
    """What is promised to whom, by when, and who keeps it."""

    what: str
    due_on: date
    keeper: Person
    to: PromisedTo = PromisedTo.RESIDENT
    to_whom: str = ""


def make_promise(
    challenge: Challenge, *, by: Person, words: PromiseWords, sources: Sequence[Thing], request_id: UUID
) -> Promise:
    """Write down a promise; sent twice, it is made once. ``sources`` is the note in which it was heard."""
    if not rules.may_note(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            promise = Promise.objects.create(challenge=challenge, request_id=request_id, **vars(words))
            trace(thing_of(promise), sources=sources, challenge=challenge, by=by)
            _note(promise, by=by, verb="promise-made")
            return promise
    except IntegrityError:
        known = Promise.objects.filter(request_id=request_id, challenge=challenge).first()
        if known is None:
            raise PermissionDenied from None
        return known


@transaction.atomic
def change_promise(promise: Promise, *, by: Person, what: str, due_on: date, reason: str, version: int) -> None:
    """Promise something else, or by another day. What was promised first stays readable, with the reason."""
    found = _open(promise, by=by, version=version)
    if (found.what, found.due_on) == (what, due_on):
        return
    PromiseChange.objects.create(promise=found, was=found.what, was_due_on=found.due_on, reason=reason)
    found.what, found.due_on = what, due_on
    found.save(update_fields=["what", "due_on", "version"])
    _note(found, by=by, verb="promise-changed", why=reason)


@transaction.atomic
def keep_promise(promise: Promise, *, by: Person, version: int, outcome: str = "") -> None:
    """Say that it was done."""
    _settle(_open(promise, by=by, version=version), by=by, state=PromiseState.KEPT, outcome=outcome)


@transaction.atomic
def let_go_of_promise(promise: Promise, *, by: Person, version: int, reason: str) -> None:
    """Say that it will not be done, and why."""
    _settle(_open(promise, by=by, version=version), by=by, state=PromiseState.LET_GO, outcome=reason)


def _open(promise: Promise, *, by: Person, version: int) -> Promise:
    """Take hold of the promise as this person saw it; who comes second gets to see what came first."""
    if not rules.may_change(by, promise):
        raise PermissionDenied
    held = Promise.objects.select_for_update().filter(pk=promise.pk, state=PromiseState.OPEN, version=version)
    found = held.first()
    if found is None:
        raise PromiseChangedMeanwhileError(promise.what)
    found.version += 1
    return found


def _settle(found: Promise, *, by: Person, state: PromiseState, outcome: str) -> None:
    found.state, found.settled_at, found.outcome = state, clock.now(), outcome
    found.save(update_fields=["state", "settled_at", "outcome", "version"])
    _note(found, by=by, verb=f"promise-{state}", why=outcome)


def _note(promise: Promise, *, by: Person, verb: str, why: str = "") -> None:
    record(challenge=promise.challenge, by=by, verb=verb, thing=thing_of(promise), about=promise.what, why=why)
