"""Write down what somebody does in a round that runs here. Whether they may is for the app ``rounds`` to say.

Each function is one part of a larger act, and belongs in the transaction of whoever calls it.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.things import thing_of
from meervoud_web.conversations.actions.draw_anew import draw_anew
from meervoud_web.conversations.actions.look_again import look_again
from meervoud_web.conversations.models import Conversation, Participant, Statement, Vote
from meervoud_web.conversations.queries.changes import was_counted

TRIES = 20

# What every reaction asks and writes, in SQL that both databases know: put together once, and not each time anew.
IS_OPEN = """
    SELECT 1 FROM conversations_statement WHERE id = %s AND conversation_id = %s AND NOT is_moderated
"""
COUNT = """
    INSERT INTO conversations_vote (participant_id, statement_id, value, is_important, cast_at)
    VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (participant_id, statement_id) DO UPDATE SET
        value = excluded.value, is_important = excluded.is_important, cast_at = excluded.cast_at
"""


def begin_conversation(**said: object) -> Conversation:
    """Make an empty conversation for a round that is being prepared."""
    return Conversation.objects.create(**said)


def add_participant(*, conversation_id: int) -> Participant:
    """Make a participant with an id that says nothing."""
    return Participant.objects.create(conversation_id=conversation_id, external_id=secrets.token_hex(8))


def add_statement(*, conversation_id: int, text: str, is_seed: bool) -> Statement:
    """Add a statement under the next number; who comes second at the same moment takes the number after."""
    for _ in range(TRIES):
        number = Statement.objects.filter(conversation_id=conversation_id).count() + 1
        try:
            with transaction.atomic():
                made = Statement.objects.create(
                    conversation_id=conversation_id, external_id=str(number), text=text, is_seed=is_seed
                )
                changed(thing_of(made))
                return made
        except IntegrityError:
            continue
    raise RuntimeError(f"No free number for a statement of conversation {conversation_id}.")


def open_among(statement_ids: Collection[int], *, conversation_id: int) -> set[int]:
    """Those of these statements that take part in this conversation."""
    open_ = Statement.objects.filter(conversation_id=conversation_id, is_moderated=False, pk__in=statement_ids)
    return set(open_.values_list("pk", flat=True))


def can_be_reacted_to(*, conversation_id: int, statement_id: int) -> bool:
    """Whether this statement takes part in this conversation."""
    with connection.cursor() as cursor:
        cursor.execute(IS_OPEN, [statement_id, conversation_id])
        return cursor.fetchone() is not None


def count_vote(*, participant_id: int, statement_id: int, value: int, is_important: bool, cast_at: int) -> None:
    """Let this be the reaction that counts of this participant on this statement."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [participant_id, statement_id, value, is_important, cast_at])


def count_votes(said: Mapping[int, tuple[int, bool]], *, participant_id: int, cast_at: int) -> None:
    """Let these count: statement key to value and whether it is extra important."""
    Vote.objects.bulk_create(
        [
            Vote(
                participant_id=participant_id,
                statement_id=statement_id,
                value=value,
                is_important=is_important,
                cast_at=cast_at,
            )
            for statement_id, (value, is_important) in said.items()
        ],
        update_conflicts=True,
        unique_fields=["participant", "statement"],
        update_fields=["value", "is_important", "cast_at"],
    )


def take_back_vote(*, participant_id: int, statement_id: int) -> None:
    """Let no reaction count of this participant on this statement."""
    Vote.objects.filter(participant_id=participant_id, statement_id=statement_id).delete()


def silence_statement(statement_id: int) -> None:
    """Take a statement out of the round and forget its words; the reactions on it are still counted."""
    found = Statement.objects.select_related("conversation").get(pk=statement_id)
    Statement.objects.filter(pk=statement_id).update(is_moderated=True, text="")
    changed(thing_of(found))
    draw_anew(found.conversation)


def forget_participant(participant_id: int) -> None:
    """Forget somebody and every reaction of theirs."""
    found = Participant.objects.filter(pk=participant_id).first()
    if found is None:
        return
    if was_counted(found):
        Conversation.objects.filter(pk=found.conversation_id).update(forgotten_count=F("forgotten_count") + 1)
    found.delete()
    look_again(found.conversation_id)
