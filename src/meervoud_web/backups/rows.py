"""One row as one line of text, the same line on SQLite and on PostgreSQL."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

LARGEST_EXACT_FLOAT = 2.0**53


def encode(values: Iterable[Any]) -> bytes:
    """Write a row as a line of JSON in ASCII, so that every text, even half a surrogate pair, comes back."""
    plain = [_plain(value) for value in values]
    return json.dumps(plain, separators=(",", ":"), sort_keys=True, allow_nan=False).encode("ascii") + b"\n"


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return [value.days, value.seconds, value.microseconds]
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, dict | list):
        return _canonical_json(value)
    raise TypeError(f"no way to write a {type(value).__name__} to a backup")


def _canonical_json(value: Any) -> Any:
    """PostgreSQL keeps numbers as decimals: it knows no -0.0 and gives 1e22 back as a whole number."""
    if isinstance(value, dict):
        return {key: _canonical_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_canonical_json(inner) for inner in value]
    if isinstance(value, float) and value == 0:
        return 0.0
    if isinstance(value, float) and abs(value) >= LARGEST_EXACT_FLOAT and value.is_integer():
        return int(value)
    return value


_READERS: list[tuple[type[models.Field[Any, Any]], Callable[[Any], Any]]] = [
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.TimeField, time.fromisoformat),
    (models.DurationField, lambda parts: timedelta(*parts)),
    (models.DecimalField, Decimal),
    (models.UUIDField, UUID),
    (models.BinaryField, base64.b64decode),
]


def reader_of(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How a value of this column is read back; ``None`` where JSON has it as it is."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return next((read for kind, read in _READERS if isinstance(field, kind)), None)


def decode(line: bytes, *, readers: list[Callable[[Any], Any] | None]) -> list[Any]:
    """Read a line that :func:`encode` wrote; ``ValueError`` when it is not one."""
    values = json.loads(line)
    if not isinstance(values, list) or len(values) != len(readers):
        raise ValueError(f"expected {len(readers)} values")
    try:
        return [
            value if read is None or value is None else read(value)
            for value, read in zip(values, readers, strict=True)
        ]
    except (TypeError, ArithmeticError) as error:
        raise ValueError(str(error)) from error
