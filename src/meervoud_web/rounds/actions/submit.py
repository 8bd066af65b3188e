"""Bring in a statement of one's own."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from meervoud_web.conversations import actions as conversations
from meervoud_web.rounds.actions.participate import RoundIsNotOpenError
from meervoud_web.rounds.models import Moderation, Participation, Submission

MOST_EACH = 20
"""More statements than this from one participant are not one person's opinions any more."""


class TooManyStatementsError(Exception):
    """The participant has brought in as many statements as one can."""


def submit(participation: Participation, *, text: str, request_id: UUID) -> Submission:
    """Put a statement in the queue, or straight into the round when it is read afterwards.

    Sent again under the same request id, the first one is returned.

    Raises
    ------
    RoundIsNotOpenError, TooManyStatementsError
        When it cannot be; then nothing is written down.
    """
    round_ = participation.round
    if not round_.is_open:
        raise RoundIsNotOpenError
    if participation.submissions.count() >= MOST_EACH:
        raise TooManyStatementsError
    try:
        with transaction.atomic():
            submission = Submission.objects.create(
                round=round_,
                participation=participation,
                request_id=request_id,
                text=text,
                due_at=timezone.now() + timedelta(hours=round_.promised_hours),
            )
            if round_.moderation == Moderation.AFTER:
                submission.statement = conversations.add_statement(
                    conversation_id=round_.conversation_id, text=text, is_seed=False
                )
                submission.save(update_fields=["statement"])
    except IntegrityError:
        return Submission.objects.get(participation=participation, request_id=request_id)
    return submission
