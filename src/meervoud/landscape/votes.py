"""Who said what about which statement: the votes of a conversation."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from meervoud.errors import MethodError
from meervoud.landscape import identities
from meervoud.landscape.rows import Rows

AGREE, PASS, DISAGREE = 1, 0, -1


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
        _refuse_unequal(participants, statements=statements, values=values, times=times, important=important)
        people, rows = _code_all(participants, silent, what="participant")
        out, extra = _moderation(moderated, texts, statements)
        topics, columns = _code_all(statements, extra, what="statement")
        order, moments = _in_time(times)
        value, mark = _checked_values(values), None if important is None else _checked_marks(important)
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

    def open_votes(self) -> Votes:
        """Leave out the moderated statements; participants stay, with or without votes."""
        if not self.moderated.any():
            return self
        open_ = ~self.moderated
        keep = open_[self.columns]
        place = np.cumsum(open_, dtype=np.int32) - np.int32(1)
        before = np.concatenate([[0], np.cumsum(keep, dtype=np.int32)]).astype(np.int32)
        return Votes(
            participant_ids=self.participant_ids,
            statement_ids=self.statement_ids[open_],
            indptr=before[self.indptr],
            columns=place[self.columns[keep]],
            values=self.values[keep],
            moderated=np.zeros(int(open_.sum()), bool),
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
            digest.update("".join(f"{len(name)}:{name}" for name in names).encode("utf-8", "surrogatepass"))
            digest.update(b"\n")
        for array, kind in ((self.indptr, "<i4"), (self.columns, "<i4"), (self.values, "<i1")):
            digest.update(np.ascontiguousarray(array, dtype=kind).data)
        digest.update(np.packbits(self.moderated).data)
        if self.important is not None and self.important.any():
            digest.update(np.packbits(self.important).data)
        return digest.hexdigest()


def _refuse_unequal(participants: Any, **others: Any) -> None:
    length = len(participants)
    for name, other in others.items():
        if other is not None and len(other) != length:
            raise MethodError(
                f"participants has {length} entries and {name} has {len(other)}", code="unequal-lengths"
            )


def _code_all(voted: Any, extra: Collection[Any] | None, *, what: str) -> tuple[NDArray[Any], NDArray[np.int32]]:
    """Number the ids of the votes, and those without a vote too."""
    if not extra:
        return identities.code(voted, what=what)
    both: Any
    if isinstance(voted, np.ndarray) and voted.dtype.kind in "iu" and all(type(one) is int for one in extra):
        both = np.concatenate([voted, np.array(list(extra), voted.dtype)])
    else:
        both = _plain(voted) + list(extra)
    distinct, codes = identities.code(both, what=what)
    return distinct, codes[: len(voted)]


def _moderation(moderated: Any, texts: Mapping[Any, str] | None, statements: Any) -> tuple[set[str], list[Any]]:
    """Read who is moderated out, as text, and every statement that is named besides the votes."""
    if moderated is None:
        return set(), list(texts or ())
    if isinstance(moderated, Mapping):
        named = dict(moderated)
    elif _are_flags(moderated):
        _refuse_unequal(statements, moderated=moderated)
        named = {one: bool(flag) for one, flag in zip(_plain(statements), moderated, strict=True)}
    else:
        named = dict.fromkeys(_plain(moderated), True)
    out = {
        str(key) for key, state in named.items() if state == -1 or (isinstance(state, bool | np.bool_) and state)
    }
    return out, [*named, *(key for key in texts or () if key not in named)]


def _are_flags(moderated: Any) -> bool:
    """Say whether this is a true or false for each vote, and not a collection of ids."""
    if isinstance(moderated, np.ndarray):
        return bool(moderated.dtype == np.bool_)
    return len(moderated) > 0 and all(isinstance(one, bool) for one in moderated)


def _plain(ids: Any) -> list[Any]:
    plain: list[Any] = ids.tolist() if isinstance(ids, np.ndarray) else list(ids)
    return plain


def _in_time(times: ArrayLike | None) -> tuple[NDArray[np.int64] | None, NDArray[np.int64] | None]:
    """Give the order that puts votes in time (none when they are), and the times as whole numbers."""
    if times is None:
        return None, None
    moments = np.asarray(times)
    if moments.dtype.kind not in "iu":
        try:
            wide = moments.astype(np.float64)
        except (TypeError, ValueError):
            raise MethodError("times must be numbers", code="bad-time") from None
        if not np.isfinite(wide).all():
            raise MethodError("a time is not a number", code="bad-time", row=int(np.argmin(np.isfinite(wide))))
        moments = wide
    if (moments[1:] >= moments[:-1]).all():
        return None, moments.astype(np.int64)
    return np.argsort(moments, kind="stable"), moments.astype(np.int64)


def _checked_values(values: ArrayLike) -> NDArray[np.int8]:
    given = np.asarray(values)
    if given.dtype.kind not in "iufb":
        try:
            given = given.astype(np.float64)
        except (TypeError, ValueError):
            raise MethodError("votes must be numbers: 1, 0 or -1", code="bad-vote") from None
    wrong = (given != AGREE) & (given != PASS) & (given != DISAGREE)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise MethodError("a vote must be 1, 0 or -1", code="bad-vote", row=row, value=given[row].item())
    return given.astype(np.int8, copy=False)


def _checked_marks(important: ArrayLike) -> NDArray[np.bool_]:
    marks = np.asarray(important)
    if marks.dtype.kind not in "biuf" or not ((marks == 0) | (marks == 1)).all():
        raise MethodError("an importance mark must be true or false", code="bad-importance")
    return marks.astype(bool)
