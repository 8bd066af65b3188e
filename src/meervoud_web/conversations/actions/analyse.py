"""Ask for the meningenlandschap of a stellingenronde."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.people.models import Person

from .. import rules
from ..models import Conversation

EVERYTHING = "conversation"
"""The source of the analysis that staff see: all votes."""

PUBLIC = "public-conversation"
"""The source of the analysis that everyone sees: the votes that may be public."""


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
    if conversation.is_public:
        analyses.request_analysis(source=PUBLIC, subject=conversation.pk, by=by, seed=seed, parameters=parameters)
    return analyses.request_analysis(
        source=EVERYTHING, subject=conversation.pk, by=by, seed=seed, parameters=parameters
    )
