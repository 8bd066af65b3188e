"""Where one participant stands in the result for everyone, when that can be said at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation, Participant, Vote
from meervoud_web.conversations.queries.conversations import given_names_of, texts_of
from meervoud_web.conversations.queries.result import GroupView, view_of
from meervoud_web.conversations.queries.votes import FEWEST_VOTES

RELIABLE = 0.5
"""From this reliability up the picture of the result fills the mark of a person; below it a place says nothing."""
MOST_DOTS = 400
WIDTH, HEIGHT, MARGIN = 400.0, 300.0, 18.0


class Unknown(Enum):
    """Why a place cannot be said."""

    NOT_PUBLIC = "not-public"
    NO_RESULT = "no-result"
    NO_GROUPS = "no-groups"
    TOO_FEW_REACTIONS = "too-few-reactions"
    NOT_IN_RESULT = "not-in-result"
    TOO_LITTLE = "too-little"


@dataclass(frozen=True)
class Dot:
    """Somebody on the map; ``group`` is the place of their group in the list, or nothing."""

    x: float
    y: float
    group: int | None


@dataclass(frozen=True)
class Place:
    """Where somebody stands: on the map, and with whom."""

    group: GroupView | None
    """The group that this person stands in; nothing for who stands between the groups."""
    certainty: float | None
    own: Dot
    dots: tuple[Dot, ...]
    """Others: at most a few hundred, so that the page stays light."""
    groups: tuple[GroupView, ...]


def place_of(conversation: Conversation, participant_id: int) -> Place | Unknown:
    """Find somebody in the newest result for everyone."""
    if not rules.is_open(conversation):
        return Unknown.NOT_PUBLIC
    analysis = analyses.newest_result(Audience.EVERYONE, conversation.pk)
    if analysis is None:
        return Unknown.NO_RESULT
    result: landscape.Landscape = records.from_json(analyses.record_of(analysis))
    if result.structure.verdict != "groups":
        return Unknown.NO_GROUPS
    name = Participant.objects.values_list("public_id", flat=True).get(pk=participant_id)
    member = result.members.get(name)
    if member is None or not np.isfinite(member.x) or not np.isfinite(member.y):
        return Unknown.TOO_FEW_REACTIONS if _is_thin(participant_id) else Unknown.NOT_IN_RESULT
    if member.reliability < RELIABLE:
        return Unknown.TOO_LITTLE
    given = given_names_of(conversation, Audience.EVERYONE)
    groups = view_of(result, texts=texts_of(conversation), given_names=given).groups
    own, dots = _laid_out(result, name)
    mine = next((group for group in groups if group.id == member.group), None)
    return Place(group=mine, certainty=member.certainty, own=own, dots=dots, groups=groups)


def _is_thin(participant_id: int) -> bool:
    """Whether somebody reacted to too few statements to be in what is public."""
    return Vote.objects.filter(participant_id=participant_id, statement__is_moderated=False).count() < FEWEST_VOTES


def _laid_out(result: landscape.Landscape, name: str) -> tuple[Dot, tuple[Dot, ...]]:
    """Put people on the paper as the picture of the result has them: right is right, up is up."""
    members = result.members
    me = members.ids.index(name)
    known = np.flatnonzero(np.isfinite(members.x) & np.isfinite(members.y))
    (left, right), (low, high) = (np.quantile(values[known], [0.005, 0.995]) for values in (members.x, members.y))
    scale = min((WIDTH - 2 * MARGIN) / max(right - left, 1e-9), (HEIGHT - 2 * MARGIN) / max(high - low, 1e-9))
    x = np.clip(WIDTH / 2 + scale * (members.x - (left + right) / 2), MARGIN / 2, WIDTH - MARGIN / 2)
    y = np.clip(HEIGHT / 2 - scale * (members.y - (low + high) / 2), MARGIN / 2, HEIGHT - MARGIN / 2)
    places = {group.id: place for place, group in enumerate(result.groups, start=1)}

    def dot(row: int) -> Dot:
        group = int(members.group[row])
        place = places.get(members.group_ids[group]) if group >= 0 else None
        return Dot(round(float(x[row]), 1), round(float(y[row]), 1), place)

    others = known[known != me]
    some = others[:: max(1, -(-len(others) // MOST_DOTS))]
    return dot(me), tuple(dot(int(row)) for row in some)
