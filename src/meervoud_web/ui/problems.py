"""Errors as problem details (RFC 9457): one shape for every client, and all that is wrong at once."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from ninja import Schema

CONTENT_TYPE = "application/problem+json"


class ProblemError(Exception):
    """A request that cannot be granted, with the words for whoever made it."""

    def __init__(self, status: int, *, title: str, detail: str, retry_after: int | None = None) -> None:
        super().__init__(title)
        self.status, self.title, self.detail = status, title, detail
        self.retry_after = retry_after
        """After how many seconds it may be asked again, where waiting helps."""


class FieldProblem(Schema):
    """What is wrong with one field."""

    where: str
    detail: str


class Problem(Schema):
    """What went wrong, in words and as a number."""

    status: int
    title: str
    detail: str
    errors: tuple[FieldProblem, ...] = ()


def problem(status: int, *, title: str, detail: str, errors: list[dict[str, str]] | None = None) -> HttpResponse:
    """Answer with a problem."""
    body: dict[str, Any] = {"status": status, "title": title, "detail": detail}
    if errors:
        body["errors"] = errors
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=CONTENT_TYPE)
