"""Who said what about which statement: the votes of a conversation."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from meervoud.landscape import counting, given, identities
from meervoud.landscape.rows import Rows


@dataclass(frozen=True, eq=False)
class Votes:
    """The current votes, one row for each participant, kept sparse.

    Make one with :meth:`from_arrays` or :func:`meervoud.landscape.read_votes`. The order in which votes
    arrive leaves no trace: participants and statements stand in the natural order of their ids.

    Attributes
    ----------
    indptr, columns, values
        Compressed sparse rows, shapes (n + 1,), (v,) and (v,): the statements that each participant reacted
        to, in order, and 1 for agree, -1 for disagree, 0 for pass.
    moderated
        Shape (m,): true for statements that count in the tallies and stay out of all else.
    important, times
        Shape (v,), where known: whether the participant marked the vote as important, and when it was cast
        (milliseconds since 1970).
    texts
        Statement id to its text, where known.
    meta, seeds
        The ids of statements about the participants themselves (these are moderated too), and of those that the
        organiser wrote.
    """

    participant_ids: NDArray[Any]
    statement_ids: NDArray[Any]
    indptr: NDArray[np.int32]
    columns: NDArray[np.int32]
    values: NDArray[np.int8]
    moderated: NDArray[np.bool_]
    important: NDArray[np.bool_] | None = None
    times: NDArray[np.int64] | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    meta: frozenset[str] = frozenset()
    seeds: frozenset[str] = frozenset()

    @classmethod
    def from_arrays(
        cls,
        participants: Sequence[Any] | NDArray[Any],
        statements: Sequence[Any] | NDArray[Any],
        values: ArrayLike,
        times: ArrayLike | None = None,
        important: ArrayLike | None = None,
        moderated: Mapping[Any, Any] | Collection[Any] | None = None,
        texts: Mapping[Any, str] | None = None,
        silent: Collection[Any] | None = None,
    ) -> Votes:
        """Take votes as parallel arrays, in any order.

        Parameters
        ----------
        participants, statements
            Ids of any hashable type, one for each vote.
        values
            1 agree, 0 pass, -1 disagree.
        times
            When each vote was cast. Of two votes by one participant on one statement the last one counts: by
            time, then by place in the arrays.
        important
            Whether each vote was marked as important.
        moderated
            The ids of the statements that are moderated out, or a mapping from id to whether it is (true or
            -1), which may name statements without a vote; or a true or false for each vote.
        texts
            Statement id to text.
        silent
            Participants who are there without a vote.

        Raises
        ------
        MethodError
            When lengths differ, a value is not 1, 0 or -1, or ids are empty or equal as text.

        Examples
        --------
        >>> votes = Votes.from_arrays(["ann", "bob", "ann"], [2, 10, 10], [1, 0, -1])
        >>> votes.participants, votes.statements
        (('ann', 'bob'), ('2', '10'))
        >>> votes.values.tolist()
        [1, -1, 0]
        """
        given.refuse_unequal(participants, statements=statements, values=values, times=times, important=important)
        people, rows = given.code_all(participants, silent, what="participant")
        out, extra = given.moderation(moderated, texts, statements)
        topics, columns = given.code_all(statements, extra, what="statement")
        order, moments = given.in_time(times)
        value, mark = given.checked_values(values), None if important is None else given.checked_marks(important)
        if order is not None:
            rows, columns, value = rows[order], columns[order], value[order]
            mark, moments = mark if mark is None else mark[order], moments if moments is None else moments[order]
        names = identities.as_text(topics) if (out or texts) else ()
        matrix = Rows.of(rows, columns, value, shape=(people.size, topics.size), rest=(mark, moments))
        return cls(
            participant_ids=people,
            statement_ids=topics,
            indptr=matrix.indptr,
            columns=matrix.columns,
            values=matrix.values,
            moderated=np.array([name in out for name in names], bool) if out else np.zeros(topics.size, bool),
            important=matrix.rest[0],
            times=matrix.rest[1],
            texts={str(key): text for key, text in (texts or {}).items()},
        )

    @cached_property
    def participants(self) -> tuple[str, ...]:
        """The ids of the participants, as text."""
        return identities.as_text(self.participant_ids)

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements, as text."""
        return identities.as_text(self.statement_ids)

    @property
    def shape(self) -> tuple[int, int]:
        """How many participants and statements."""
        return self.participant_ids.size, self.statement_ids.size

    @property
    def size(self) -> int:
        """How many current votes."""
        return self.values.size

    @cached_property
    def rows(self) -> NDArray[np.int32]:
        """The row of each vote, shape (v,)."""
        return np.repeat(np.arange(self.shape[0], dtype=np.int32), np.diff(self.indptr))

    @cached_property
    def votes_each(self) -> NDArray[np.int32]:
        """How many votes each participant gave, shape (n,), moderated statements included."""
        return np.diff(self.indptr)

    @cached_property
    def answers(self) -> NDArray[np.int64]:
        """How many disagree, pass and agree on each statement, shape (m, 3)."""
        return counting.answers(self.columns, self.values, statements=self.shape[1])

    @cached_property
    def by_statement(self) -> NDArray[np.intp]:
        """The places of the votes, statement by statement, shape (v,)."""
        return np.argsort(self.columns, kind="stable")

    def open_votes(self) -> Votes:
        """Leave out the moderated statements; participants stay, with or without votes."""
        return self._of_statements(~self.moderated)

    def heard(self) -> Votes:
        """Leave out the statements that nobody reacted to."""
        return self._of_statements(self.answers.sum(axis=1) > 0)

    def _of_statements(self, chosen: NDArray[np.bool_]) -> Votes:
        if chosen.all():
            return self
        keep = chosen[self.columns]
        place = np.cumsum(chosen, dtype=np.int32) - np.int32(1)
        before = np.concatenate([[0], np.cumsum(keep, dtype=np.int32)]).astype(np.int32)
        return Votes(
            participant_ids=self.participant_ids,
            statement_ids=self.statement_ids[chosen],
            indptr=before[self.indptr],
            columns=place[self.columns[keep]],
            values=self.values[keep],
            moderated=self.moderated[chosen],
            important=None if self.important is None else self.important[keep],
            times=None if self.times is None else self.times[keep],
            texts=self.texts,
            seeds=self.seeds,
        )

    def of_people(self, rows: NDArray[np.integer[Any]]) -> Votes:
        """Keep only some participants, in the given order of rows."""
        length = self.votes_each[rows]
        start = np.cumsum(length) - length
        keep = np.repeat(self.indptr[rows] - start, length) + np.arange(int(length.sum()))
        return replace(
            self,
            participant_ids=self.participant_ids[rows],
            indptr=np.concatenate([[0], np.cumsum(length)]).astype(np.int32),
            columns=self.columns[keep],
            values=self.values[keep],
            important=None if self.important is None else self.important[keep],
            times=None if self.times is None else self.times[keep],
        )

    def fingerprint(self) -> str:
        """SHA-256 of what an analysis depends on: ids, current votes, importance marks, moderation."""
        digest = hashlib.sha256()
        for names in (self.participants, self.statements):
            lengths = np.fromiter(map(len, names), "<i4", len(names))
            digest.update(f"{len(names)}:".encode())
            digest.update(lengths.data)
            digest.update("".join(names).encode("utf-8", "surrogatepass"))
        for array, kind in ((self.indptr, "<i4"), (self.columns, "<i4"), (self.values, "<i1")):
            digest.update(np.ascontiguousarray(array, dtype=kind).data)
        digest.update(np.packbits(self.moderated).data)
        if self.important is not None and self.important.any():
            digest.update(np.packbits(self.important).data)
        return digest.hexdigest()
