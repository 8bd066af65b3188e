"""Let go of what was kept long enough, a little at a time, and write down how much that was."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError, transaction
from django.utils import timezone

from meervoud_web.people.actions.sweep import sweep_what_waits
from meervoud_web.people.models import TermsKept
from meervoud_web.people.terms import Term, all_terms

AT_ONCE = 500
"""So few that who reacts meanwhile waits for a moment at most."""
BREATH_SECONDS = 0.02
EVERY = timedelta(days=1)
log = structlog.get_logger(__name__)


class TermNotKeptError(Exception):
    """Some things could not be let go; the rest was."""

    def __init__(self, failed: dict[str, str], *, removed: dict[str, int]) -> None:
        super().__init__("; ".join(f"{kind}: {reason}" for kind, reason in failed.items()))
        self.removed = removed


def keep_terms() -> dict[str, int]:
    """Let go of everything whose term is over, and say how much of what; done again, it finds nothing more.

    Raises
    ------
    TermNotKeptError
        When some of it could not be let go, after all the rest was.
    """
    now = timezone.now()
    removed: dict[str, int] = {}
    failed: dict[str, str] = {}
    for term in all_terms():
        removed[term.kind] = 0
        try:
            for count in _let_go(term, now):
                removed[term.kind] += count
        except DatabaseError as error:
            failed[term.kind] = " ".join(str(error).split())
    # What went is written down as numbers: nobody can tell from them who it was about.
    TermsKept.objects.create(at=now, removed={kind: count for kind, count in removed.items() if count})
    sweep_what_waits()
    log.info("terms_kept", failed=sorted(failed), **removed)
    if failed:
        raise TermNotKeptError(failed, removed=removed)
    return removed


def count_due() -> dict[str, int]:
    """Say how much would go now; nothing changes."""
    now = timezone.now()
    return {term.kind: term.due(now).count() for term in all_terms()}


def count_kept() -> dict[str, int]:
    """Say how much of each kind is there and not due: its term still runs, or only begins with an answer."""
    now = timezone.now()
    return {
        term.kind: term.due(now).model._default_manager.count() - term.due(now).count() for term in all_terms()
    }


def keep_terms_once_a_day() -> bool:
    """Keep the terms unless that was done in the last day; says whether it did anything."""
    last, now = TermsKept.objects.order_by("-at").values_list("at", flat=True).first(), timezone.now()
    if last is not None and abs(now - last) < EVERY:  # a moment far in the future is a clock that was wrong
        return False
    keep_terms()
    return True


def _let_go(term: Term, now: datetime) -> Iterator[int]:
    before: list[object] = []
    while True:
        with transaction.atomic():
            due = term.due(now)
            keys = list(due.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
            if not keys:
                return
            if keys == before:
                raise DatabaseError("what was let go is still there")
            if term.let_go is None:
                due.model._default_manager.filter(pk__in=keys).delete()
            else:
                term.let_go(keys)
        yield len(keys)
        before = keys
        time.sleep(BREATH_SECONDS)
