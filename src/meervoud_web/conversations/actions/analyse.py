"""Ask for the meningenlandschap of a stellingenronde."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.people.models import Person


def analyse_conversation(
    conversation: Conversation,
    *,
    by: Person | None = None,
    seed: int = 0,
    parameters: Mapping[str, object] | None = None,
) -> Analysis:
    """Queue the analysis for staff, and that for everyone when the round is open to all."""
    if by is not None and not rules.may_manage(by, conversation):
        raise PermissionDenied
    audiences = [Audience.EVERYONE, Audience.STAFF] if conversation.is_public else [Audience.STAFF]
    asked = [
        analyses.request_analysis(
            source=audience, subject=conversation.pk, by=by, seed=seed, parameters=parameters
        )
        for audience in audiences
    ]
    return asked[-1]
