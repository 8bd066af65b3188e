"""A result as JSON and back: the same bytes for the same result."""

from __future__ import annotations

import json
from typing import Any

from meervoud.errors import MethodError
from meervoud.methods import METHODS


def to_json(result: Any) -> str:
    """Write a result of any method; numbers keep all their digits.

    Raises
    ------
    MethodError
        When this is not the result of a method.
    """
    for method in METHODS.values():
        if isinstance(result, method.result):
            return json.dumps(method.to_dict(result), ensure_ascii=False, allow_nan=False)
    raise MethodError("this is not the result of a method", code="bad-record", value=type(result).__name__)


def from_json(text: str) -> Any:
    """Read a result that :func:`to_json` wrote.

    Raises
    ------
    MethodError
        When the text is not such a record.
    """
    try:
        record = json.loads(text)
        method = METHODS[record["method"]["name"]]
        return method.from_dict(record)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MethodError(f"this is not a record of a result: {error}", code="bad-record") from None
