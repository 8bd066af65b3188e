"""What a method says when it cannot work with what it was given."""

from __future__ import annotations

from typing import Any


class MethodError(ValueError):
    """Input that a method refuses, in one line that names what is wrong and where.

    Parameters
    ----------
    message
        One sentence in English.
    code
        A stable word for the kind of fault, so that a screen can say it in another language.
    details
        Where it is: ``file``, ``row`` (1 is the header of a file), ``column``, ``value``, as far as known.

    Examples
    --------
    >>> error = MethodError("a vote must be 1, 0 or -1", code="bad-vote", file="votes.csv", row=7, value="9")
    >>> str(error)
    "votes.csv, row 7: a vote must be 1, 0 or -1 (found '9')"
    >>> error.code, error.details["row"]
    ('bad-vote', 7)
    """

    def __init__(self, message: str, *, code: str, **details: Any) -> None:
        self.code = code
        self.details = {key: value for key, value in details.items() if value is not None}
        super().__init__(self._sentence(message))

    def _sentence(self, message: str) -> str:
        place = ", ".join(
            f"{word}{self.details[key]}"
            for key, word in (("file", ""), ("row", "row "), ("column", "column "))
            if key in self.details
        )
        found = f" (found {_short(self.details['value'])})" if "value" in self.details else ""
        return f"{place}: {message}{found}" if place else f"{message}{found}"


def _short(value: object) -> str:
    """Show a value on one line, however long or strange it is."""
    text = ascii(value)
    return text if len(text) <= 60 else text[:57] + "..."
