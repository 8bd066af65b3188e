"""Decide about a statement that somebody brought in. One decision each: who comes second hears that it was taken.

Every decision is a compare-and-set on the state of the submission, in one commit with what follows from it and
with its line in the public log.
"""

from __future__ import annotations

from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from meervoud_web.conversations import actions as conversations
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.actions.journal import note
from meervoud_web.rounds.models import (
    HelpRequest,
    ModerationEntry,
    Round,
    Rule,
    Submission,
    SubmissionState,
)

What = ModerationEntry.What


class DecidedAlreadyError(Exception):
    """Somebody else decided first, or the statement was taken back."""


class NoSuchTargetError(Exception):
    """The statement to merge with does not take part in this round."""


def accept(submission: Submission, *, by: Person) -> None:
    """Let a statement take part, in the words in which it came."""
    with transaction.atomic():
        current = _decide(submission, by=by, state=SubmissionState.ACCEPTED)
        take_part(current)
        log(current.round, what=What.ACCEPTED, by=by)
        note(current.round, by=by, verb="statement-accepted")


def redact(submission: Submission, *, by: Person, text: str) -> None:
    """Take personal data out and let the rest take part. The words in which it came are not kept."""
    with transaction.atomic():
        current = _decide(submission, by=by, state=SubmissionState.ACCEPTED, text=text, is_redacted=True)
        take_part(current)
        log(current.round, what=What.REDACTED, by=by)
        note(current.round, by=by, verb="statement-accepted")


def refuse(submission: Submission, *, by: Person, rule: Rule, explanation: str) -> None:
    """Do not show a statement, for one of the public reasons."""
    with transaction.atomic():
        current = _decide(submission, by=by, state=SubmissionState.REFUSED, rule=rule, explanation=explanation)
        _silence(current)
        log(current.round, what=What.REFUSED, by=by, rule=rule)
        note(current.round, by=by, verb="statement-refused")


def merge(submission: Submission, *, by: Person, statement_id: int) -> None:
    """Let a statement go on as one that says the same; what people reacted to either stays where it is."""
    if not conversations.can_be_reacted_to(
        conversation_id=submission.round.conversation_id, statement_id=statement_id
    ):
        raise NoSuchTargetError
    with transaction.atomic():
        current = _decide(submission, by=by, state=SubmissionState.MERGED)
        if current.statement_id == statement_id:
            raise NoSuchTargetError
        _silence(current)
        Submission.objects.filter(pk=current.pk).update(statement=statement_id)
        log(current.round, what=What.MERGED, by=by)


def hand_over(submission: Submission, *, by: Person) -> HelpRequest:
    """Treat a statement as somebody who asks for help: it leaves the round and waits where help is."""
    with transaction.atomic():
        current = _decide(submission, by=by, state=SubmissionState.HELP)
        _silence(current)
        log(current.round, what=What.HELP, by=by)
        return HelpRequest.objects.create(
            round=current.round, submission=current, request_id=uuid4(), text=current.text
        )


def put_back(submission: Submission, *, by: Person) -> None:
    """Undo a decision: the statement waits again, and does not take part meanwhile."""
    undone = (SubmissionState.ACCEPTED, SubmissionState.REFUSED, SubmissionState.MERGED)
    if submission.state not in undone:
        raise DecidedAlreadyError
    with transaction.atomic():
        was_merged = submission.state == SubmissionState.MERGED
        current = _decide(
            submission, by=by, state=SubmissionState.WAITING, seen=submission.state, rule="", explanation=""
        )
        if was_merged:
            Submission.objects.filter(pk=current.pk).update(statement=None)
        else:
            _silence(current)
        log(current.round, what=What.PUT_BACK, by=by)


def take_part(submission: Submission) -> None:
    """Show a statement among the others: again where it was there before."""
    if submission.statement_id:
        conversations.reword_statement(submission.statement_id, text=submission.text)
        return
    statement = conversations.add_statement(
        conversation_id=submission.round.conversation_id, text=submission.text, is_seed=False
    )
    Submission.objects.filter(pk=submission.pk).update(statement=statement)


def log(round_: Round, *, what: ModerationEntry.What, by: Person, rule: Rule | str = "") -> None:
    """Add a line to the public log: never the text, never who."""
    ModerationEntry.objects.create(round=round_, what=what, rule=rule, role=rules.role_of(by))


def _decide(
    submission: Submission,
    *,
    by: Person,
    state: SubmissionState,
    seen: str = SubmissionState.WAITING,
    **more: str | bool,
) -> Submission:
    if not rules.may_moderate(by, submission.round):
        raise PermissionDenied
    waiting = state == SubmissionState.WAITING
    decided = Submission.objects.filter(pk=submission.pk, state=seen, decided_at=submission.decided_at).update(
        state=state, decided_at=None if waiting else timezone.now(), decided_by=None if waiting else by, **more
    )
    if not decided:
        raise DecidedAlreadyError
    return Submission.objects.select_related("round__conversation__challenge").get(pk=submission.pk)


def _silence(submission: Submission) -> None:
    """Take it out where it already took part, as it does where statements are read afterwards."""
    if submission.statement_id:
        conversations.silence_statement(submission.statement_id)
