"""Look again at a statement that is not shown: somebody else than who decided."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.actions.moderate import DecidedAlreadyError, log, take_part
from meervoud_web.rounds.models import Appeal, ModerationEntry, Submission, SubmissionState


class OwnDecisionError(Exception):
    """Who decided does not look again."""


def answer_appeal(appeal: Appeal, *, by: Person, is_granted: bool, answer: str) -> None:
    """Let the statement take part after all, or leave it, and say why."""
    submission = appeal.submission
    if not rules.may_moderate(by, submission.round):
        raise PermissionDenied
    with transaction.atomic():
        # Locked, so that a decision that changes at the same moment is not looked past.
        current = Submission.objects.select_for_update().get(pk=submission.pk)
        appeal.submission = current
        if current.state != SubmissionState.REFUSED:
            raise DecidedAlreadyError
        if not rules.may_answer(by, appeal):
            raise OwnDecisionError
        answered = Appeal.objects.filter(pk=appeal.pk, is_granted=None).update(
            is_granted=is_granted, answer=answer, answered_at=timezone.now(), answered_by=by
        )
        if not answered:
            raise DecidedAlreadyError
        if is_granted:
            Submission.objects.filter(pk=current.pk).update(
                state=SubmissionState.ACCEPTED, rule="", explanation="", decided_at=timezone.now(), decided_by=by
            )
            take_part(Submission.objects.select_related("round").get(pk=current.pk))
        granted, denied = ModerationEntry.What.APPEAL_GRANTED, ModerationEntry.What.APPEAL_DENIED
        rule = "" if is_granted else current.rule
        log(submission.round, what=granted if is_granted else denied, by=by, rule=rule)
