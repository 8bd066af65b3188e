"""Ids of any kind, put in one order that does not depend on the order they came in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meervoud.errors import MethodError

Codes = NDArray[np.int32]


def code(ids: Collection[Any] | NDArray[Any], *, what: str) -> tuple[NDArray[Any], Codes]:
    """Number the distinct ids from 0 in their natural order.

    Parameters
    ----------
    ids
        One id for each vote, of any hashable type.
    what
        The word for an error: ``participant`` or ``statement``.

    Returns
    -------
    distinct
        The distinct ids, shape (k,): integers, or objects.
    codes
        For each vote its index into ``distinct``.

    Raises
    ------
    MethodError
        When an id is empty, or when two different ids read the same as text.

    Notes
    -----
    The natural order of text is by length and then by letter, so that 2 comes before 10 and an id sorts the
    same whether it arrived as a number or as text.
    """
    integers = _as_integers(ids)
    if integers is not None:
        return _code_integers(integers)
    return _code_objects(list(ids), what=what)


def as_text(distinct: NDArray[Any]) -> tuple[str, ...]:
    """Give the ids as text, in the same order."""
    return tuple(map(str, distinct.tolist()))


def natural(text: str) -> tuple[int, str]:
    """Sort key under which ``2`` comes before ``10``."""
    return len(text), text


def _as_integers(ids: Collection[Any] | NDArray[Any]) -> NDArray[np.integer[Any]] | None:
    """See the ids as an array of integers of zero and more, or say that they are not."""
    if not isinstance(ids, np.ndarray):
        if not isinstance(ids, Sequence) or not all(type(one) is int for one in ids):
            return None
        try:
            ids = np.array(ids, dtype=np.int64)
        except OverflowError:
            return None
    if ids.dtype.kind not in "iu" or (ids.size and ids.min() < 0):
        return None
    return ids


def _code_integers(ids: NDArray[np.integer[Any]]) -> tuple[NDArray[Any], Codes]:
    """Number integers by counting where they lie close together, else by sorting."""
    if not ids.size:
        return ids, np.zeros(0, np.int32)
    top = int(ids.max())
    if top > 4 * ids.size + 1_000_000:
        distinct, codes = np.unique(ids, return_inverse=True)
        return distinct, codes.astype(np.int32)
    present = np.zeros(top + 1, bool)
    present[ids] = True
    distinct = np.flatnonzero(present)
    if distinct.size == top + 1:
        return distinct, ids.astype(np.int32, copy=False)
    rank = np.cumsum(present, dtype=np.int32) - np.int32(1)
    return distinct, rank[ids]


def _code_objects(ids: list[Any], *, what: str) -> tuple[NDArray[Any], Codes]:
    """Number ids of any hashable type."""
    first: dict[Any, int] = {}
    try:
        seen = np.fromiter((first.setdefault(one, len(first)) for one in ids), np.int32, len(ids))
    except TypeError:
        raise MethodError(f"a {what} id must be hashable", code="bad-id") from None
    texts = [str(one) for one in first]
    _refuse_unclear(list(first), texts, what=what)
    order = sorted(range(len(texts)), key=lambda index: natural(texts[index]))
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    distinct = np.empty(len(order), object)
    distinct[:] = [texts[index] for index in order]
    return distinct, rank[seen]


def _refuse_unclear(ids: list[Any], texts: list[str], *, what: str) -> None:
    """Refuse ids that are missing, and ids that could not be told apart in a file."""
    for one, text in zip(ids, texts, strict=True):
        if one is None or one != one or not text.strip():
            raise MethodError(f"a {what} id is empty", code="bad-id", value=text)
    if len(set(texts)) < len(texts):
        twice = next(text for text in texts if texts.count(text) > 1)
        raise MethodError(f"two {what} ids are equal as text", code="duplicate-id", value=twice)
