"""What time it is for the journal and the thread: now, unless the example tells of earlier days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """The moment at which something is done."""
    return _told.get() or timezone.now()


@contextmanager
def as_if_at(moment: datetime) -> Iterator[None]:
    """Tell of an earlier day: only for the example. When an entry was sealed always stays the true moment."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
