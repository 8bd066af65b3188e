"""The background worker: as django-tasks-db has it.

It looks after jobs that were left behind, too, and once a day it lets go of what was kept long enough.
"""

from __future__ import annotations

import threading
import time
from typing import Any

import structlog
from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections, connection
from django_tasks_db.management.commands import db_worker

from meervoud_web.analyses import actions
from meervoud_web.challenges.actions import seal_journal
from meervoud_web.people.actions.keep_terms import TermNotKeptError, keep_terms_once_a_day
from meervoud_web.ui.outage import is_outage

LOOK_EVERY_SECONDS = 10.0
AWAY_SECONDS = 3.0
TERMS_EVERY_SECONDS = 600.0
log = structlog.get_logger(__name__)


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        # What seems to run now may turn out to be left: restored from a backup, or its worker just died.
        threading.Thread(target=keep_looking, daemon=True).start()
        threading.Thread(target=keep_keeping_terms, daemon=True).start()
        while not self.worked_to_its_end(**options):
            log.warning("database_out_of_reach", again_after=AWAY_SECONDS)
            time.sleep(AWAY_SECONDS)

    def worked_to_its_end(self, **options: Any) -> bool:
        """Work until told to stop; false when the database went away meanwhile, which passes."""
        try:
            actions.resume_abandoned()
            seal_journal()  # what a crash left between a commit and its seal
            super().handle(**options)
        except (OperationalError, InterfaceError) as error:
            if not is_outage(error):
                raise
            connection.close()
            return False
        return True


def keep_looking() -> None:
    """Look again and again, also while this worker computes: another one may be free."""
    while True:
        time.sleep(LOOK_EVERY_SECONDS)
        close_old_connections()
        try:
            actions.resume_abandoned()
            actions.look_everywhere()
            seal_journal()
        except (DatabaseError, InterfaceError):
            log.warning("looking_for_abandoned_analyses_failed", exc_info=True)


def keep_keeping_terms() -> None:
    """Keep the terms once a day, on a thread of its own: nobody's analysis waits for it."""
    while True:
        time.sleep(TERMS_EVERY_SECONDS)
        close_old_connections()
        try:
            keep_terms_once_a_day()
        except (DatabaseError, InterfaceError, TermNotKeptError):
            log.warning("keeping_terms_failed", exc_info=True)
