"""React to a statement, again and again if need be; the last word counts and no acknowledged word is lost.

A hall full of people does this at the same moment, so it is written in SQL that both databases know: four short
questions in one commit, put together once.
"""

from __future__ import annotations

import time
from uuid import UUID

from django.db import connection, transaction

from meervoud_web.conversations import actions as conversations
from meervoud_web.rounds.actions.participate import RoundIsNotOpenError
from meervoud_web.rounds.models import Participation, Round

# The lock puts reactions of one person in a row, so that the last receipt is also the vote that counts.
LOCK = """
    SELECT asked.id, asked.conversation_id, asked.state, asked.opens_at, asked.closes_at, mine.participant_id
    FROM rounds_participation mine JOIN rounds_round asked ON asked.id = mine.round_id
    WHERE mine.id = %s
"""
LOCK_ROW = "FOR UPDATE OF mine"
"""Where a database locks rows; SQLite lets one write at a time."""
WRITE_RECEIPT = """
    INSERT INTO rounds_receipt
        (conversation_id, participation_id, request_id, statement_id, value, is_important, arrived_at)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (participation_id, request_id) DO NOTHING
"""


class NoSuchStatementError(Exception):
    """The statement is not one that can be reacted to in this round."""


class NotTakingPartError(Exception):
    """Who reacted took everything back meanwhile."""


@transaction.atomic
def react(
    participation: Participation, *, statement_id: int, value: int | None, is_important: bool, request_id: UUID
) -> None:
    """Write a reaction down and let it count, in one commit; ``None`` takes the reaction back.

    Sent again under the same request id, nothing changes, also when the participant has changed their mind since.

    Raises
    ------
    RoundIsNotOpenError, NoSuchStatementError, NotTakingPartError
        When it cannot be; then nothing is written down.
    """
    round_, participant_id = _locked(participation.pk)
    conversation_id, arrived_at = round_.conversation_id, time.time_ns() // 1_000_000
    if not round_.is_open:
        raise RoundIsNotOpenError
    if not conversations.can_be_reacted_to(conversation_id=conversation_id, statement_id=statement_id):
        raise NoSuchStatementError
    with connection.cursor() as cursor:
        key = (conversation_id, participation.pk, request_id.hex)
        cursor.execute(WRITE_RECEIPT, [*key, statement_id, value, is_important, arrived_at])
        if not cursor.rowcount:
            return
    if value is None:
        conversations.take_back_vote(participant_id=participant_id, statement_id=statement_id)
    else:
        conversations.count_vote(
            participant_id=participant_id,
            statement_id=statement_id,
            value=value,
            is_important=is_important,
            cast_at=arrived_at,
        )
    conversations.look_again(conversation_id)


def _locked(participation_id: int) -> tuple[Round, int]:
    lock = LOCK + (LOCK_ROW if connection.features.has_select_for_update else "")
    for round_ in Round.objects.raw(lock, [participation_id]):
        return round_, vars(round_)["participant_id"]
    raise NotTakingPartError
