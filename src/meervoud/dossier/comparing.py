"""Compares a record with what was computed again: value by value, and numbers within a billionth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CLOSE = 1e-9
"""Another processor may round its last digits another way; more than this is another result."""
LONGEST = 60


def difference(recorded: Any, computed: Any, *, at: str = "") -> str | None:
    """Say where two plain values first differ, or nothing.

    Examples
    --------
    >>> difference({"a": [1.0, 2.0]}, {"a": [1.0, 2.0 + 1e-12]})
    >>> difference({"a": [1.0, 2.0]}, {"a": [1.0, 2.5]})
    'a[1] is 2.0 in the record, and 2.5 computed again'
    """
    if isinstance(recorded, Mapping) and isinstance(computed, Mapping):
        return _of_mappings(recorded, computed, at)
    if isinstance(recorded, list) and isinstance(computed, list):
        return _of_lists(recorded, computed, at)
    if _agree(recorded, computed):
        return None
    return f"{at or 'it'} is {_shown(recorded)} in the record, and {_shown(computed)} computed again"


def _of_mappings(recorded: Mapping[str, Any], computed: Mapping[str, Any], at: str) -> str | None:
    for key in [*recorded, *(key for key in computed if key not in recorded)]:
        name = key if key.isprintable() else ascii(key)
        place = f"{at}.{name}" if at else name
        if key not in computed:
            return f"{place} is in the record, and not computed again"
        if key not in recorded:
            return f"{place} is computed again, and not in the record"
        found = difference(recorded[key], computed[key], at=place)
        if found:
            return found
    return None


def _of_lists(recorded: list[Any], computed: list[Any], at: str) -> str | None:
    for place, (one, other) in enumerate(zip(recorded, computed, strict=False)):
        found = difference(one, other, at=f"{at}[{place}]")
        if found:
            return found
    if len(recorded) == len(computed):
        return None
    return f"{at} has {len(recorded):,} entries in the record, and {len(computed):,} computed again"


def _agree(one: Any, other: Any) -> bool:
    if _is_number(one) and _is_number(other):
        return bool(one == other or abs(one - other) <= CLOSE * max(1.0, abs(one), abs(other)))
    return type(one) is type(other) and bool(one == other)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    text = ascii(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
