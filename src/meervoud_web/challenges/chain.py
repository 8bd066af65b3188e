"""How the journal is sealed: what is hashed, in which order, and what stays outside so that it can be erased.

A person and a text are covered by a keyed digest only. With the value and its salt gone, the digest says nothing
about anybody any more, and the chain stays whole.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

FIRST = "0" * 64
"""What the first seal has instead of the hash of the one before."""


def new_salt() -> str:
    """A secret of 256 bits: without it nobody can guess by trying what a digest was made of."""
    return secrets.token_hex(32)


def digest(salt: str, *values: Any) -> str:
    """Cover values that can be erased later."""
    return hmac.new(salt.encode("ascii", "replace"), _canonical(values), hashlib.sha256).hexdigest()


def mark(*facts: Any) -> str:
    """Cover the facts of one entry."""
    return hashlib.sha256(_canonical(facts)).hexdigest()


def seal(*, number: int, previous: str, at: datetime, count: int, marks: Iterable[tuple[int, str]]) -> str:
    """Cover a batch of entries, by their ids and marks, and all that was sealed before it."""
    hashed = hashlib.sha256(_canonical([number, previous, at, count]))
    for entry_id, entry_mark in marks:
        hashed.update(f"\n{entry_id} {entry_mark}".encode())
    return hashed.hexdigest()


def _canonical(values: Iterable[Any]) -> bytes:
    plain = [_moment(value) if isinstance(value, datetime) else value for value in values]
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
