"""The reactions behind a result, as they may go along with it."""

from __future__ import annotations

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries import given, outcome
from meervoud_web.conversations.queries.disclosure import votes_behind


def votes_behind_result(conversation: Conversation, audience: Audience, analysis: Analysis) -> landscape.Votes:
    """Give the reactions behind a result: for everyone, only those of the people who take part in it."""
    kept = given.read_by(analysis, conversation, audience)
    if kept is not None:
        return kept
    if audience == Audience.STAFF:
        return outcome.all_votes(conversation.pk)
    result = records.from_json(analyses.record_of(analysis))
    return votes_behind(outcome.public_votes(conversation.pk), result)
