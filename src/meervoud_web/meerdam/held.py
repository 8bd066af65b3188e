"""The stellingenrondes of Meerdam, analysed and open to everyone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Assurance, Audience, Conversation, GroupName, Participant
from meervoud_web.conversations.providers import arrivals
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.alive import CLOSED_CODE, CODE, answer_opening_hours, open_living_at_home
from meervoud_web.meerdam.content import Round, living_at_home, opening_hours
from meervoud_web.meerdam.residents import Simulated
from meervoud_web.meerdam.yesterday import remember_yesterday
from meervoud_web.people.models import Person

MOSTLY = 0.7
"""A group that was found is called after a planted one when this share of it comes from there."""


@dataclass(frozen=True)
class _Planned:
    """A stellingenronde that has to be there."""

    round: Round
    people: Callable[[], Simulated]
    assurance: Assurance
    run: Callable[..., object]
    code: str


PLANNED = (
    _Planned(living_at_home(), plan.living_at_home_votes, Assurance.OPEN_LINK, open_living_at_home, CODE),
    _Planned(opening_hours(), plan.opening_hours_votes, Assurance.OPEN_LINK, answer_opening_hours, CLOSED_CODE),
)


def hold_rounds(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Hold every stellingenronde that is not there yet, and analyse what was not analysed."""
    for planned in reversed(PLANNED):  # the newest stands on top, and that is the one to see first
        _hold(planned, challenge=challenge, by=people["opgavemanager"], today=today)


def all_are_held() -> bool:
    """Tell whether every stellingenronde has its results."""
    return all(
        found is not None and analyses_queries.newest_result(audience, found.pk) is not None
        for planned in PLANNED
        for found in [_found(planned)]
        for audience in Audience
    )


def _found(planned: _Planned) -> Conversation | None:
    """By its code: what people see of it may have had another name when it was loaded."""
    known = Q(title=planned.round.title) | Q(round__code=planned.code)
    return Conversation.objects.filter(known).order_by("pk").first()


def _hold(planned: _Planned, *, challenge: Challenge, by: Person, today: date) -> None:
    people: Simulated | None = None
    conversation = _found(planned)
    if conversation is None:
        people = planned.people()
        conversation = conversations.import_votes(
            challenge=challenge,
            title=planned.round.title,
            question=planned.round.question,
            assurance=planned.assurance,
            votes=people.votes,
            by=by,
        )
    planned.run(conversation, today=today)  # before its results: those of a round that runs keep what they read
    if not conversation.is_public:
        conversations.open_to_public(conversation, by=by)
    for audience in (Audience.EVERYONE, Audience.STAFF):
        if analyses_queries.newest_result(audience, conversation.pk) is None:
            _analyse(conversation, audience, by=by)
            _name_groups(conversation, audience, people or planned.people(), by=by)


def _analyse(conversation: Conversation, audience: Audience, *, by: Person) -> None:
    """Analyse here and now instead of waiting for the worker, so that the first page is full."""
    if arrivals().is_open(conversation.pk):  # only what still moves says what changed
        remember_yesterday(conversation, audience, by=by)
    analyses.run_analysis(analyses.request_analysis(source=audience, subject=conversation.pk, by=by).pk)


def _name_groups(conversation: Conversation, audience: Audience, people: Simulated, *, by: Person) -> None:
    names = _names(conversation, audience, people)
    if names and not GroupName.objects.filter(conversation=conversation, audience=audience).exists():
        conversations.name_groups(conversation, audience=audience, names=names, by=by)


def _names(conversation: Conversation, audience: Audience, people: Simulated) -> Mapping[str, str]:
    """Call each group that was found after the planted group from which nearly all of it comes."""
    analysis = analyses_queries.newest_result(audience, conversation.pk)
    if analysis is None:
        return {}
    members = json.loads(analyses_queries.record_of(analysis))["members"]
    id_here = "public_id" if audience == Audience.EVERYONE else "external_id"
    residents = Participant.objects.filter(conversation=conversation).values_list(id_here, "external_id")
    found: dict[str, Counter[str]] = {}
    for here, resident in residents:
        group = members.get(here, {}).get("group")
        if group is not None:
            found.setdefault(group, Counter())[people.group_of.get(resident, "")] += 1
    most = {group: planted.most_common(1)[0] for group, planted in found.items()}
    return {
        group: name[0].upper() + name[1:]
        for group, (name, count) in most.items()
        if name and count >= MOSTLY * found[group].total()
    }
