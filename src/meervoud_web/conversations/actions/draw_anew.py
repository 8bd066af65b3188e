"""Draw the newest results again: with the names that groups have now, and without words that were taken back."""

from __future__ import annotations

from collections.abc import Iterable

from meervoud import records
from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries.conversations import ends_of
from meervoud_web.conversations.queries.outcome import pictures_of


def draw_anew(conversation: Conversation, *, audiences: Iterable[Audience] = tuple(Audience)) -> None:
    """Put new pictures in the place of the old ones, and let go of those that nobody sees any more."""
    for audience in audiences:
        analysis = analyses_queries.newest_result(audience, conversation.pk)
        if analysis is not None:
            result = records.from_json(analyses_queries.record_of(analysis))
            analyses.redraw(analysis, pictures_of(conversation, audience, result, ends=ends_of(analysis)))
            analyses.forget_older_pictures(analysis)
