"""Statements of a conversation as plain rows: to set up another one, or to place a new statement among them."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Conversation, Participant, Statement, Vote


def seed_texts(conversation_id: int) -> list[str]:
    """The statements that were there at the start."""
    rows = Statement.objects.filter(conversation_id=conversation_id, is_seed=True, is_moderated=False)
    return list(rows.values_list("text", flat=True))


def amounts(conversation_id: int) -> dict[str, int]:
    """How many people took part, and how many reactions count, brought in from elsewhere or given here."""
    return {
        "participants": Participant.objects.filter(conversation_id=conversation_id).count(),
        "reactions": Vote.objects.filter(participant__conversation_id=conversation_id).count(),
    }


def statement_counts(conversation_ids: list[int]) -> dict[int, int]:
    """How many statements take part, for each of these conversations."""
    counts = dict.fromkeys(conversation_ids, 0)
    rows = Statement.objects.filter(conversation_id__in=conversation_ids, is_moderated=False)
    for conversation_id in rows.values_list("conversation_id", flat=True):
        counts[conversation_id] += 1
    return counts


def earlier_conversations(challenge: Challenge) -> list[Conversation]:
    """Conversations whose statements can be used again, newest first."""
    rows = Conversation.objects.filter(challenge=challenge)
    return list(rows.filter(statements__is_moderated=False, statements__text__gt="").distinct())
