"""Which stellingenrondes there are, and which of them somebody may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation, GroupName, Statement
from meervoud_web.people.models import Person


@dataclass(frozen=True)
class Listed:
    """A stellingenronde in the list of a challenge, with how far its result is."""

    conversation: Conversation
    is_ready: bool
    is_under_way: bool
    people: int | None
    """Nothing where this reader may not know yet."""
    reactions: int | None


def conversations_of(challenge: Challenge, person: Person | None) -> list[Listed]:
    """The rounds of a challenge that this person may see, newest first.

    One that runs here is listed by ``rounds`` while there is nothing to read yet, and here once there is.
    """
    readable = [
        found
        for found in Conversation.objects.filter(challenge=challenge).select_related("challenge")
        if rules.may_read(person, found)
    ]
    audience = Audience.STAFF if person is not None and person.works_here else Audience.EVERYONE
    standing = analyses.standing_of(audience, [found.pk for found in readable], "amounts")
    states = {subject: state for subject, (state, _part) in standing.items()}
    rounds = [found for found in readable if found.vote_count or states.get(found.pk) == Analysis.State.DONE]
    computed = {subject: amounts for subject, (_state, amounts) in standing.items() if amounts is not None}
    amounts = _amounts(rounds, audience, computed)
    return [
        Listed(
            conversation=found,
            is_ready=states.get(found.pk) == Analysis.State.DONE,
            is_under_way=states.get(found.pk) in (Analysis.State.WAITING, Analysis.State.RUNNING),
            people=amounts.get(found.pk, {}).get("participants"),
            reactions=amounts.get(found.pk, {}).get("votes"),
        )
        for found in rounds
    ]


def _amounts(
    rounds: list[Conversation], audience: Audience, computed: dict[int, dict[str, int]]
) -> dict[int, dict[str, int]]:
    """How much there is; for everyone what takes part in their result, so that no difference can be taken."""
    if audience == Audience.EVERYONE:
        return computed
    imported = {
        found.pk: {"participants": found.participant_count, "votes": found.vote_count}
        for found in rounds
        if found.vote_count
    }
    return {**computed, **imported}


def conversation_for(person: Person | None, conversation_id: int) -> Conversation | None:
    """Find a round that this person may see; who may not see it must not learn that it exists."""
    found = Conversation.objects.select_related("challenge").filter(pk=conversation_id).first()
    return found if found is not None and rules.may_read(person, found) else None


def texts_of(conversation: Conversation) -> dict[str, str]:
    """The texts of the statements; one without a text goes by its id."""
    said = Statement.objects.filter(conversation=conversation).exclude(text="", is_moderated=False)
    texts = said.values_list("external_id", "text")
    return {name: text or _("(deze stelling is weggehaald)") for name, text in texts}


def given_names_of(conversation: Conversation, audience: Audience) -> Mapping[str, str]:
    """The names that staff gave to groups."""
    names = GroupName.objects.filter(conversation=conversation, audience=audience)
    return dict(names.values_list("group", "name"))


def result_of(analysis: Analysis) -> landscape.Landscape:
    """The result without the places of people, from the summary: quick, whatever their number."""
    result: landscape.Landscape = records.from_json(analysis.summary["result"])
    return result


def ends_of(analysis: Analysis) -> tuple[list[str], list[str]] | None:
    """The statements at the two ends of a spectrum, where there is one."""
    ends = analysis.summary["ends"]
    return None if ends is None else (ends[0], ends[1])
