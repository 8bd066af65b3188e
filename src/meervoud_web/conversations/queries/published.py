"""The result that everyone may read, as it was written down."""

from __future__ import annotations

from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation


def public_record(conversation_id: int) -> str | None:
    """The record of the newest result for everyone as JSON; nothing where there is none, or it is not open."""
    conversation = Conversation.objects.select_related("challenge").filter(pk=conversation_id).first()
    if conversation is None or not rules.is_open(conversation):
        return None
    analysis = analyses.newest_result(Audience.EVERYONE, conversation_id)
    return None if analysis is None else analyses.record_of(analysis)
