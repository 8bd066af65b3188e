"""From rows to what the engine reads: all votes of a stellingenronde, or those that may be public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from django.db.models import QuerySet
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
    statements = Statement.objects.filter(conversation=conversation)
    timed = columns.time.size > 0 and bool((columns.time != UNKNOWN).all())
    silent = people.keys() - set(columns.participant.tolist())
    return _votes(
        columns,
        people,
        statements,
        times=columns.time if timed else None,
        silent=[people[key] for key in silent],
    )


def public_votes_of(conversation: Conversation) -> landscape.Votes:
    """The votes that may be public: random ids, no times, no moderated statements, no thin participants."""
    statements = Statement.objects.filter(conversation=conversation, is_moderated=False)
    shown = np.fromiter(statements.values_list("pk", flat=True), np.int64)
    columns = _columns_of(conversation)
    columns = columns.only(np.isin(columns.statement, shown))
    _, row, votes_each = np.unique(columns.participant, return_inverse=True, return_counts=True)
    if row.size:
        columns = columns.only((votes_each >= min(FEWEST_VOTES, shown.size))[row])
    people = dict(Participant.objects.filter(conversation=conversation).values_list("pk", "public_id"))
    return _votes(columns, people, statements)


def _votes(
    columns: _Columns,
    people: dict[int, str],
    statements: QuerySet[Statement],
    *,
    times: NDArray[np.int64] | None = None,
    silent: Sequence[str] = (),
) -> landscape.Votes:
    rows = list(statements)
    names = {row.pk: row.external_id for row in rows}
    marked = columns.important == 1
    votes = landscape.Votes.from_arrays(
        participants=[people[key] for key in columns.participant.tolist()],
        statements=[names[key] for key in columns.statement.tolist()],
        values=columns.value,
        times=times,
        important=marked if marked.any() else None,
        moderated={row.external_id: row.is_moderated for row in rows},
        texts={row.external_id: row.text for row in rows if row.text},
        silent=silent,
    )
    return replace(
        votes,
        meta=frozenset(row.external_id for row in rows if row.is_meta),
        seeds=frozenset(row.external_id for row in rows if row.is_seed),
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
