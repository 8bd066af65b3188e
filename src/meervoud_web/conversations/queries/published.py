"""What everyone may read: conversations that were brought in, and the result as it was written down."""

from __future__ import annotations

from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.providers import arrivals
from meervoud_web.conversations.queries.given import record_now


def public_record(conversation_id: int) -> str | None:
    """The record of the newest result for everyone as JSON, without whoever took everything back since.

    Nothing where there is none, or it is not open.
    """
    conversation = Conversation.objects.select_related("challenge").filter(pk=conversation_id).first()
    if conversation is None or not rules.is_open(conversation):
        return None
    analysis = analyses.newest_result(Audience.EVERYONE, conversation_id)
    return None if analysis is None else record_now(conversation, Audience.EVERYONE, analysis)


def published_imports(*, only: int | None = None) -> list[Conversation]:
    """Conversations held elsewhere that are open to everyone, newest first; or the one with this key.

    One that is held here goes by the code of its round, which a room may keep to itself.
    """
    found = Conversation.objects.filter(is_public=True, challenge__is_public=True)
    if only is not None:
        found = found.filter(pk=only)
    shown = list(found.select_related("challenge").order_by("-pk"))
    here = arrivals().held_here([one.pk for one in shown])
    return [one for one in shown if one.pk not in here]
