"""From rows to what the engine reads: all votes of a stellingenronde, or those that may be public."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud import landscape
from meervoud_web.conversations.models import Conversation, Participant, Statement, Vote

FEWEST_VOTES = 7
"""Participants with fewer reactions stay out of what is public: they are neither placed nor hidden in a crowd."""

UNKNOWN = -1


@dataclass(frozen=True)
class _Columns:
    """The votes of a conversation as columns of keys, in the order of the rows."""

    participant: NDArray[np.int64]
    statement: NDArray[np.int64]
    value: NDArray[np.int8]
    time: NDArray[np.int64]
    important: NDArray[np.int8]

    def only(self, kept: NDArray[np.bool_]) -> _Columns:
        """Keep some of the votes."""
        return _Columns(
            self.participant[kept],
            self.statement[kept],
            self.value[kept],
            self.time[kept],
            self.important[kept],
        )


def votes_of(conversation: Conversation) -> landscape.Votes:
    """Every current vote, under the ids of the import, with times where the import had them."""
    columns = _columns_of(conversation)
    people = dict(Participant.objects.filter(conversation=conversation).values_list("pk", "external_id"))
    return _votes(conversation, columns, people, with_times=True, with_moderated=True)


def public_votes_of(conversation: Conversation) -> landscape.Votes:
    """The votes that may be public: random ids, no times, no moderated statements, no thin participants."""
    columns = _columns_of(conversation)
    shown = Statement.objects.filter(conversation=conversation, is_moderated=False)
    open_keys = np.fromiter(shown.values_list("pk", flat=True), np.int64)
    columns = columns.only(np.isin(columns.statement, open_keys))
    participants, row, votes_each = np.unique(columns.participant, return_inverse=True, return_counts=True)
    if participants.size:
        columns = columns.only((votes_each >= min(FEWEST_VOTES, open_keys.size))[row])
    people = dict(Participant.objects.filter(conversation=conversation).values_list("pk", "public_id"))
    return _votes(conversation, columns, people, with_times=False, with_moderated=False)


def _votes(
    conversation: Conversation,
    columns: _Columns,
    people: dict[int, str],
    *,
    with_times: bool,
    with_moderated: bool,
) -> landscape.Votes:
    statements = Statement.objects.filter(conversation=conversation)
    if not with_moderated:
        statements = statements.filter(is_moderated=False)
    rows = list(statements.values_list("pk", "external_id", "text", "is_moderated"))
    names = {key: external for key, external, _, _ in rows}
    timed = with_times and columns.time.size > 0 and bool((columns.time != UNKNOWN).all())
    return landscape.Votes.from_arrays(
        participants=[people[key] for key in columns.participant.tolist()],
        statements=[names[key] for key in columns.statement.tolist()],
        values=columns.value,
        times=columns.time if timed else None,
        important=columns.important == 1 if (columns.important == 1).any() else None,
        moderated={external: moderated for _, external, _, moderated in rows},
        texts={external: text for _, external, text, _ in rows if text},
    )


def _columns_of(conversation: Conversation) -> _Columns:
    rows = (
        Vote.objects.filter(statement__conversation=conversation)
        .order_by("pk")
        .values_list("participant_id", "statement_id", "value", "cast_at", "is_important")
    )
    columns: tuple[list[int | None], ...] = tuple(map(list, zip(*rows.iterator(chunk_size=20_000), strict=True)))
    if not columns:
        columns = ([], [], [], [], [])
    participant, statement, value, time, important = columns
    return _Columns(
        participant=np.array(participant, np.int64),
        statement=np.array(statement, np.int64),
        value=np.array(value, np.int8),
        time=np.array([UNKNOWN if one is None else one for one in time], np.int64),
        important=np.array([bool(one) for one in important], np.int8),
    )
