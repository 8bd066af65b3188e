"""While a round runs: look whether enough has changed for a next result, and ask for it in the same commit."""

from __future__ import annotations

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries import changes


def look_again(conversation_id: int) -> None:
    """Ask for new results where enough has changed. One light question when they are under way already.

    What comes in while an analysis waits or runs is not forgotten: when it ends, somebody looks again.
    """
    if analyses_queries.is_under_way(list(Audience), conversation_id):
        return
    conversation = Conversation.objects.get(pk=conversation_id)
    if changes.is_over(conversation):  # by its clock, perhaps: then nobody closed it
        count_the_last(conversation_id)
    for audience in changes.due_audiences(conversation):
        analyses.request_analysis(
            source=audience, subject=conversation_id, not_before=changes.rested_at(audience, conversation)
        )


def count_the_last(conversation_id: int) -> None:
    """When a round is closed: let the last result count everybody, also the few who came after the one before.

    Nothing moves any more then; leaving out the last four would be worse than what one more step can show.
    """
    conversation = Conversation.objects.get(pk=conversation_id)
    marks = analyses_queries.marks_of(list(Audience), conversation_id)
    for audience in changes.audiences_of(conversation):
        if changes.people_who_reacted(conversation, audience, marks.get(audience, {})):
            analyses.request_analysis(source=audience, subject=conversation_id)


def after_a_result(conversation_id: int) -> None:
    """Bring the amounts up to date that lists show, and look again."""
    newest = analyses_queries.newest_result(Audience.STAFF, conversation_id)
    if newest is not None:
        amounts = newest.summary["amounts"]
        Conversation.objects.filter(pk=conversation_id).update(
            participant_count=amounts["participants"], vote_count=amounts["votes"]
        )
    look_again(conversation_id)
