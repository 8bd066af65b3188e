"""Reading once what several apps show on one page.

The page of a challenge asks each app twice: what there is to see, and what waits. While it is being made, a
question that is marked with ``once_a_page`` is put to the database once; elsewhere it is put each time. Mark no
question about who may do what: that is asked anew wherever it matters.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """While one page is made; nothing may be written meanwhile."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once_a_page(ask: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Keep the answer to this question as long as a page is being made."""

    @wraps(ask)
    def asked(*args: Given.args, **more: Given.kwargs) -> Answer:
        answers = _answers.get()
        if answers is None:
            return ask(*args, **more)
        key = (ask, args, frozenset(more.items()))
        if key not in answers:
            answers[key] = ask(*args, **more)
        answer: Answer = answers[key]
        return answer

    return asked
