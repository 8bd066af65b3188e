"""What callers give as votes, checked and read: ids, values, times, marks, moderation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from meervoud.errors import MethodError
from meervoud.landscape import identities

AGREE, PASS, DISAGREE = 1, 0, -1


def refuse_unequal(participants: Any, **others: Any) -> None:
    length = len(participants)
    for name, other in others.items():
        if other is not None and len(other) != length:
            raise MethodError(
                f"participants has {length} entries and {name} has {len(other)}", code="unequal-lengths"
            )


def code_all(voted: Any, extra: Collection[Any] | None, *, what: str) -> tuple[NDArray[Any], NDArray[np.int32]]:
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


def moderation(moderated: Any, texts: Mapping[Any, str] | None, statements: Any) -> tuple[set[str], list[Any]]:
    """Read who is moderated out, as text, and every statement that is named besides the votes."""
    if moderated is None:
        return set(), list(texts or ())
    if isinstance(moderated, Mapping):
        named = dict(moderated)
    elif _are_flags(moderated):
        refuse_unequal(statements, moderated=moderated)
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


def in_time(times: ArrayLike | None) -> tuple[NDArray[np.int64] | None, NDArray[np.int64] | None]:
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


def checked_values(values: ArrayLike) -> NDArray[np.int8]:
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


def checked_marks(important: ArrayLike) -> NDArray[np.bool_]:
    marks = np.asarray(important)
    if marks.dtype.kind not in "biuf" or not ((marks == 0) | (marks == 1)).all():
        raise MethodError("an importance mark must be true or false", code="bad-importance")
    return marks.astype(bool)
