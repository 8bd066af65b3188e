"""How much has changed since a result, and whether that is enough for a next one.

A result that moves with every reaction tells, by subtraction, who reacted how. So it moves only once at least five
people have done something; for everyone that are five of those who take part in the public result.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count

from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations.models import Audience, Conversation, Participant, Statement, Vote
from meervoud_web.conversations.providers import arrivals
from meervoud_web.conversations.queries.disclosure import FEWEST
from meervoud_web.conversations.queries.votes import FEWEST_VOTES


def audiences_of(conversation: Conversation) -> list[Audience]:
    """For whom there are results: for staff, and for everyone when the round is open to all."""
    return [Audience.EVERYONE, Audience.STAFF] if conversation.is_public else [Audience.STAFF]


def mark_of(conversation_id: int) -> Mapping[str, int]:
    """How far a conversation has come now."""
    forgotten = Conversation.objects.values_list("forgotten_count", flat=True).get(pk=conversation_id)
    return {"arrived": arrivals().newest(conversation_id), "forgotten": forgotten}


def due_audiences(conversation: Conversation) -> list[Audience]:
    """For whom enough has changed since the newest result."""
    marks = analyses.marks_of(list(Audience), conversation.pk)
    return [
        audience
        for audience in audiences_of(conversation)
        if people_changed(conversation, audience, marks.get(audience, {})) >= FEWEST
    ]


def people_changed(conversation: Conversation, audience: Audience, mark: Mapping[str, int]) -> int:
    """How many people did something after this mark that this audience could see, or took everything back."""
    newer = people_who_reacted(conversation, audience, mark)
    return newer + conversation.forgotten_count - mark.get("forgotten", 0)


def people_who_reacted(conversation: Conversation, audience: Audience, mark: Mapping[str, int]) -> int:
    """How many people reacted after this mark, of those whom this audience can see."""
    people = arrivals().people_since(conversation.pk, mark.get("arrived", 0))
    if audience == Audience.EVERYONE and people:
        people = _shown_of(conversation, people)
    return len(people)


def is_over(conversation: Conversation) -> bool:
    """Whether a round was held here in which nobody can react any more."""
    return arrivals().is_running_here(conversation.pk) and not arrivals().is_open(conversation.pk)


def was_counted(participant: Participant) -> bool:
    """Whether a result counted what this participant did."""
    marks = analyses.marks_of(list(Audience), participant.conversation_id).values()
    return any(arrivals().had_arrived(participant.pk, mark.get("arrived", 0)) for mark in marks)


def may_move(conversation: Conversation) -> bool:
    """Whether a person may ask for a new result now: always, unless a round is open and too little has changed."""
    return not arrivals().is_open(conversation.pk) or bool(due_audiences(conversation))


def rested_at(audience: Audience, conversation: Conversation) -> datetime | None:
    """From when on the next analysis may run."""
    return analyses.rested_at(audience, conversation.pk)


def _shown_of(conversation: Conversation, people: list[int]) -> list[int]:
    shown = Statement.objects.filter(conversation=conversation, is_moderated=False)
    votes = Vote.objects.filter(participant__in=people, statement__in=shown)
    each = votes.values_list("participant").annotate(many=Count("pk"))
    return [person for person, many in each if many >= min(FEWEST_VOTES, shown.count())]
