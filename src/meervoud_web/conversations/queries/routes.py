"""Which statement comes next: chances are weighed once in a while, what is shown is looked up each time."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass
from threading import Lock

import numpy as np

from meervoud import landscape
from meervoud_web.conversations.models import Conversation, Participant, Statement, Vote

FRESH_SECONDS = 10.0
SHARE_OF_TIME = 0.02
"""Weighing takes at most this share of a process's time: a large round is weighed less often."""
NEWEST_PEOPLE = 1000
"""Whose reactions the chances are weighed by: so many tell enough, and nobody waits long in a large round."""
MOST_KEPT = 50


@dataclass(frozen=True)
class Asked:
    """A statement as somebody is asked to react to it."""

    pk: int
    text: str


@dataclass(frozen=True)
class _Weighed:
    route: landscape.Route
    until: float


_weighed: dict[int, _Weighed] = {}
_weighing = Lock()


def statement_to_show(conversation_id: int, statement_id: int) -> Asked | None:
    """One statement, when it takes part in this conversation."""
    return _asked(conversation_id, pk=statement_id)


def next_statement(conversation: Conversation, *, done: Collection[int], seed: int) -> Asked | None:
    """Draw the next statement for somebody who is done with some; the same seed draws the same."""
    left = Statement.objects.filter(conversation=conversation, is_moderated=False).exclude(text="")
    # A route that was weighed a while ago may miss what came since and hold what is gone: what is left decides.
    names = dict(left.exclude(pk__in=done).values_list("external_id", "pk"))
    if not names:
        return None
    route = _route_of(conversation)
    drawn = route.next(set(route.statements) - names.keys(), rng=np.random.default_rng(seed))
    return _asked(conversation.pk, pk=names[drawn] if drawn in names else min(names.values()))


def _asked(conversation_id: int, *, pk: int) -> Asked | None:
    found = Statement.objects.filter(pk=pk, conversation_id=conversation_id, is_moderated=False).exclude(text="")
    row = found.values_list("pk", "text").first()
    return None if row is None else Asked(*row)


def _route_of(conversation: Conversation) -> landscape.Route:
    kept = _weighed.get(conversation.pk)
    if kept is not None and (time.monotonic() < kept.until or _weighing.locked()):
        return kept.route  # while somebody weighs anew, the others go on with what there is
    with _weighing:
        kept = _weighed.get(conversation.pk)
        if kept is not None and time.monotonic() < kept.until:  # somebody weighed while we waited
            return kept.route
        return _weigh(conversation)


def _newest_votes(conversation: Conversation) -> landscape.Votes:
    """The reactions of whoever came last, on the statements that take part."""
    people = Participant.objects.filter(conversation=conversation).order_by("-pk")
    newest = list(people.values_list("pk", flat=True)[:NEWEST_PEOPLE])
    open_ = Statement.objects.filter(conversation=conversation, is_moderated=False)
    names = dict(open_.values_list("pk", "external_id"))
    votes = Vote.objects.filter(participant__conversation=conversation, participant_id__gte=min(newest, default=0))
    rows = [row for row in votes.values_list("participant_id", "statement_id", "value") if row[1] in names]
    return landscape.Votes.from_arrays(
        participants=[participant for participant, _, _ in rows],
        statements=[names[statement] for _, statement, _ in rows],
        values=[value for _, _, value in rows],
        moderated=dict.fromkeys(names.values(), False),
    )


def _weigh(conversation: Conversation) -> landscape.Route:
    begun = time.monotonic()
    route = landscape.Route.of(_newest_votes(conversation))
    took = time.monotonic() - begun
    if len(_weighed) >= MOST_KEPT:
        _weighed.clear()
    _weighed[conversation.pk] = _Weighed(route, time.monotonic() + max(FRESH_SECONDS, took / SHARE_OF_TIME))
    return route
