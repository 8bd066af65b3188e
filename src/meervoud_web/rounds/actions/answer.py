"""Say what was done with a round, put that right, or promise a later day and say why."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.actions.journal import note
from meervoud_web.rounds.actions.prepare import ChangedMeanwhileError
from meervoud_web.rounds.models import Correction, Postponement, Round, State
from meervoud_web.rounds.queries.standing import standing_of


class StillRunningError(Exception):
    """People can still react: there is nothing yet to say what was done with it."""


class AnsweredAlreadyError(Exception):
    """Somebody else already said what was done with it."""


def answer_round(round_: Round, *, by: Person, answer: str) -> None:
    """Say to everyone what was done with what they said."""
    if not rules.may_run(by, round_):
        raise PermissionDenied
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round_.pk)
        _refuse_unless_asked(current)
        if standing_of(current) != "over":
            raise StillRunningError
        Round.objects.filter(pk=current.pk).update(
            state=State.ANSWERED, answer=answer, answered_at=timezone.now(), version=F("version") + 1
        )
        note(current, by=by, verb="round-answered", why=answer)


def correct_answer(round_: Round, *, by: Person, answer: str, reason: str, version: int) -> None:
    """Put right what everyone was told. What it said before stays beside it, with the reason.

    ``version`` is the one that the editor had before them; the same form sent twice corrects once.

    Raises
    ------
    StillRunningError
        When nothing was told yet.
    ChangedMeanwhileError
        When somebody else corrected it first.
    """
    if not rules.may_run(by, round_):
        raise PermissionDenied
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round_.pk)
        if current.state != State.ANSWERED:
            raise StillRunningError
        if current.answer == answer:
            return
        if current.version != version:
            raise ChangedMeanwhileError
        Correction.objects.create(round=current, was=current.answer, reason=reason, by=by)
        Round.objects.filter(pk=current.pk).update(answer=answer, version=version + 1)
        note(current, by=by, verb="round-corrected", why=reason)


def postpone_answer(round_: Round, *, by: Person, until: date, reason: str) -> None:
    """Promise a later day. The day that was promised first stays on the page, with the reason."""
    if not rules.may_run(by, round_):
        raise PermissionDenied
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round_.pk)
        _refuse_unless_asked(current)
        if current.answer_by is None:
            raise StillRunningError
        if current.answer_by == until:  # the same form, sent twice
            return
        Postponement.objects.create(round=current, was=current.answer_by, becomes=until, reason=reason, by=by)
        Round.objects.filter(pk=current.pk).update(answer_by=until, version=F("version") + 1)
        note(current, by=by, verb="round-postponed", why=reason)


def _refuse_unless_asked(current: Round) -> None:
    if current.state == State.ANSWERED:
        raise AnsweredAlreadyError
    if current.state == State.DRAFT:
        raise StillRunningError
