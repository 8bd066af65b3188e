"""Take back one statement, or everything."""

from __future__ import annotations

from django.db import transaction

from meervoud_web.conversations import actions as conversations
from meervoud_web.rounds.models import Appeal, PaperCard, Participation, Submission, SubmissionState

OWN = (SubmissionState.WAITING, SubmissionState.ACCEPTED, SubmissionState.REFUSED)
"""A statement that was merged is somebody else's too; one that became a hulpvraag is with who helps."""


def withdraw_statement(submission: Submission) -> None:
    """Take a statement back: its words go, and it takes no further part; reactions of others still count."""
    with transaction.atomic():
        mine = Submission.objects.select_for_update().get(pk=submission.pk)
        if mine.statement_id and mine.state in OWN:
            conversations.silence_statement(mine.statement_id)
        Appeal.objects.filter(submission=mine).delete()  # it says once more what the statement said
        mine.text, mine.explanation, mine.state = "", "", SubmissionState.WITHDRAWN
        mine.save(update_fields=["text", "explanation", "state"])


def withdraw_everything(participation: Participation) -> None:
    """Forget a participant: every reaction, every statement, and that they ever took part."""
    with transaction.atomic():
        Participation.objects.select_for_update().filter(pk=participation.pk).first()
        for submission in Submission.objects.filter(participation_id=participation.pk):
            withdraw_statement(submission)
        PaperCard.objects.filter(participation_id=participation.pk).delete()
        conversations.forget_participant(participation.participant_id)
