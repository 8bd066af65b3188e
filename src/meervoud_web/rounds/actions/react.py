"""React to a statement, again and again if need be; the last word counts and no acknowledged word is lost."""

from __future__ import annotations

import time
from uuid import UUID

from django.db import IntegrityError, transaction

from meervoud_web.conversations import actions as conversations
from meervoud_web.rounds.actions.participate import RoundIsNotOpenError
from meervoud_web.rounds.models import Participation, Receipt

NEEDED = ("participant_id", "round__conversation_id", "round__state", "round__opens_at", "round__closes_at")


class NoSuchStatementError(Exception):
    """The statement is not one that can be reacted to in this round."""


class NotTakingPartError(Exception):
    """Who reacted took everything back meanwhile."""


def react(
    participation: Participation, *, statement_id: int, value: int | None, is_important: bool, request_id: UUID
) -> Receipt:
    """Write a reaction down and let it count, in one commit; ``None`` takes the reaction back.

    Sent again under the same request id, nothing changes and the first receipt is returned, also when the
    participant has changed their mind since.

    Raises
    ------
    RoundIsNotOpenError, NoSuchStatementError, NotTakingPartError
        When it cannot be; then nothing is written down.
    """
    try:
        with transaction.atomic():
            return _write_down(
                participation.pk,
                statement_id=statement_id,
                value=value,
                is_important=is_important,
                request_id=request_id,
            )
    except IntegrityError:
        receipt = Receipt.objects.filter(participation_id=participation.pk, request_id=request_id).first()
        if receipt is None:
            raise
        return receipt


def _write_down(
    participation_id: int, *, statement_id: int, value: int | None, is_important: bool, request_id: UUID
) -> Receipt:
    # The lock puts reactions of one person in a row, so that the last receipt is also the vote that counts.
    found = Participation.objects.select_for_update(of=("self",)).select_related("round").only(*NEEDED)
    mine = found.filter(pk=participation_id).first()
    if mine is None:
        raise NotTakingPartError
    if not mine.round.is_open:
        raise RoundIsNotOpenError
    conversation_id, arrived_at = mine.round.conversation_id, time.time_ns() // 1_000_000
    if not conversations.can_be_reacted_to(conversation_id=conversation_id, statement_id=statement_id):
        raise NoSuchStatementError
    receipt = Receipt.objects.create(
        conversation_id=conversation_id,
        participation=mine,
        request_id=request_id,
        statement_id=statement_id,
        value=value,
        is_important=is_important,
        arrived_at=arrived_at,
    )
    if value is None:
        conversations.take_back_vote(participant_id=mine.participant_id, statement_id=statement_id)
    else:
        conversations.count_vote(
            participant_id=mine.participant_id,
            statement_id=statement_id,
            value=value,
            is_important=is_important,
            cast_at=arrived_at,
        )
    conversations.look_again(conversation_id)
    return receipt
