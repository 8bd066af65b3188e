"""The background worker: as django-tasks-db has it.

It looks after jobs that were left behind, too, and once a day it lets go of what was kept long enough.
"""

from __future__ import annotations

import threading
import time
from typing import Any

import structlog
from django.db import DatabaseError, close_old_connections
from django_tasks_db.management.commands import db_worker

from meervoud_web.analyses import actions
from meervoud_web.people.actions.keep_terms import TermNotKeptError, keep_terms_once_a_day

LOOK_EVERY_SECONDS = 10.0
TERMS_EVERY_SECONDS = 600.0
log = structlog.get_logger(__name__)


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        actions.resume_abandoned()
        # What seems to run now may turn out to be left: restored from a backup, or its worker just died.
        threading.Thread(target=keep_looking, daemon=True).start()
        threading.Thread(target=keep_keeping_terms, daemon=True).start()
        super().handle(**options)


def keep_looking() -> None:
    """Look again and again, also while this worker computes: another one may be free."""
    while True:
        time.sleep(LOOK_EVERY_SECONDS)
        close_old_connections()
        try:
            actions.resume_abandoned()
            actions.look_everywhere()
        except DatabaseError:
            log.warning("looking_for_abandoned_analyses_failed", exc_info=True)


def keep_keeping_terms() -> None:
    """Keep the terms once a day, on a thread of its own: nobody's analysis waits for it."""
    while True:
        time.sleep(TERMS_EVERY_SECONDS)
        close_old_connections()
        try:
            keep_terms_once_a_day()
        except (DatabaseError, TermNotKeptError):
            log.warning("keeping_terms_failed", exc_info=True)
