"""Ask for the meningenlandschap of a stellingenronde."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Conversation
from meervoud_web.conversations.queries import changes
from meervoud_web.people.models import Person


class TooFewChangesError(Exception):
    """Fewer than five people did something since the last result: a new one would show what they did."""


def analyse_conversation(
    conversation: Conversation,
    *,
    by: Person | None = None,
    seed: int = 0,
    parameters: Mapping[str, object] | None = None,
) -> Analysis:
    """Queue the analysis for staff, and that for everyone when the round is open to all.

    Raises
    ------
    TooFewChangesError
        While a round is open and too little has changed; nobody may ask for a result then.
    """
    if by is not None and not rules.may_manage(by, conversation):
        raise PermissionDenied
    if not changes.may_move(conversation):
        raise TooFewChangesError
    asked = [
        analyses.request_analysis(
            source=audience, subject=conversation.pk, by=by, seed=seed, parameters=parameters
        )
        for audience in changes.audiences_of(conversation)
    ]
    return asked[-1]
