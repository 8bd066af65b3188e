"""Open a result for everyone, and close it again. Opening makes an analysis of what may be public."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries import changes
from meervoud_web.people.models import Person


def open_to_public(conversation: Conversation, *, by: Person | None = None) -> None:
    """Let everyone read the result; doing it twice changes nothing."""
    _set_public(conversation, by=by, is_public=True)


def close_to_public(conversation: Conversation, *, by: Person | None = None) -> None:
    """Take the result back from everyone; what was computed is kept."""
    _set_public(conversation, by=by, is_public=False)


def _set_public(conversation: Conversation, *, by: Person | None, is_public: bool) -> None:
    if by is not None and not rules.may_manage(by, conversation):
        raise PermissionDenied
    with transaction.atomic():
        Conversation.objects.filter(pk=conversation.pk).update(is_public=is_public)
        conversation.is_public = is_public
        if is_public and _is_first(conversation):
            analyses.request_analysis(source=Audience.EVERYONE, subject=conversation.pk, by=by)


def _is_first(conversation: Conversation) -> bool:
    """Whether everyone has no result yet; in a round that is open it comes by itself, once there is enough."""
    found = analyses_queries.newest_result(Audience.EVERYONE, conversation.pk)
    return found is None and changes.may_move(conversation)
