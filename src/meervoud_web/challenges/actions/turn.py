"""Asking the question differently, and turning a challenge to another movement: always with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges import rules
from meervoud_web.challenges.actions.journal import record
from meervoud_web.challenges.actions.thread import trace
from meervoud_web.challenges.models import Challenge, LinkKind, QuestionVersion, Status
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.people.models import Person


class ChangedMeanwhileError(Exception):
    """Somebody else changed the challenge since the editor opened it."""


def for_change(challenge: Challenge, *, by: Person, version: int) -> Challenge:
    """Take hold of the challenge as the editor saw it; whoever comes second gets to see what came first."""
    if not rules.may_edit_challenges(by):
        raise PermissionDenied
    found = Challenge.objects.select_for_update().filter(pk=challenge.pk, version=version).first()
    if found is None:
        raise ChangedMeanwhileError(challenge.title)
    found.version += 1
    return found


@transaction.atomic
def ask_differently(
    challenge: Challenge, *, by: Person, question: str, reason: str, sources: Sequence[Thing], version: int
) -> QuestionVersion:
    """Ask the question of a challenge in other words; every earlier version stays readable.

    ``sources`` are what made the question change: a signal, a round, whatever its editor may see.
    """
    found = for_change(challenge, by=by, version=version)
    found.question = question
    found.save(update_fields=["question", "version"])
    number = QuestionVersion.objects.filter(challenge=found).count() + 1
    asked = QuestionVersion.objects.create(challenge=found, number=number, question=question, reason=reason, by=by)
    trace(thing_of(asked), sources=sources, challenge=found, by=by, kind=LinkKind.CHANGED_BY)
    record(challenge=found, by=by, verb="question-changed", thing=thing_of(asked), about=question, why=reason)
    return asked


@transaction.atomic
def turn_to(challenge: Challenge, *, by: Person, status: Status, why: str, version: int) -> None:
    """Turn a challenge to what it asks for now: onwards, back, or let go. It is never done."""
    found = for_change(challenge, by=by, version=version)
    if found.status == status:
        return
    found.status = status
    found.save(update_fields=["status", "version"])
    record(challenge=found, by=by, verb=f"turned-{status}", thing=thing_of(found), about=found.title, why=why)
