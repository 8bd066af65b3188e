"""The background worker: as django-tasks-db has it, but first picks up what a killed worker left behind."""

from __future__ import annotations

from typing import Any

from django_tasks_db.management.commands import db_worker

from meervoud_web.analyses import actions


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        actions.resume_abandoned()
        super().handle(**options)
