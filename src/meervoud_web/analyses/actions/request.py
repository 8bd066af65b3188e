"""Ask for an analysis: one row and one place in the queue, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from meervoud_web.analyses.models import UNFINISHED, Analysis
from meervoud_web.analyses.sources import source_of
from meervoud_web.people.models import Person

QUEUE_PATIENCE = timedelta(minutes=10)
"""How long a waiting job is left alone before we believe that the queue has lost it."""


def request_analysis(
    *,
    source: str,
    subject: int,
    by: Person | None = None,
    seed: int = 0,
    parameters: Mapping[str, object] | None = None,
    not_before: datetime | None = None,
) -> Analysis:
    """Queue an analysis of a subject; asked twice at the same time gives the one that is under way.

    ``not_before`` lets it wait, so that what comes in meanwhile is in it too. Whether this person may ask for it
    is for the app that registered the source to say.
    """
    try:
        with transaction.atomic():
            analysis = Analysis.objects.create(
                source=source,
                subject=subject,
                method=source_of(source).method,
                parameters=dict(parameters or {}),
                seed=seed,
                created_by=by,
                lease_until=patience_end(not_before),
            )
            enqueue(analysis.pk, not_before=not_before)
    except IntegrityError:
        asked = Analysis.objects.filter(source=source, subject=subject)
        # It may have been finished a moment ago.
        return asked.filter(state__in=UNFINISHED).first() or asked.latest("pk")
    return analysis


def patience_end(begin: datetime | None = None) -> datetime:
    """When to look again at a job that nobody has begun."""
    return max(begin or timezone.now(), timezone.now()) + QUEUE_PATIENCE


def queued() -> set[int]:
    """The analyses that the queue knows of: those that wait there, and those that a worker took from it."""
    from meervoud_web.analyses.tasks import run_in_background

    tasks = DBTaskResult.objects.filter(
        task_path=run_in_background.module_path, status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)
    )
    return {given["args"][0] for given in tasks.values_list("args_kwargs", flat=True)}


def enqueue(analysis_id: int, *, not_before: datetime | None = None) -> None:
    """Put the job in the queue of background tasks."""
    # Here and not above: the task calls the actions, so the import would go in circles.
    from meervoud_web.analyses.tasks import run_in_background

    run_in_background.using(run_after=not_before).enqueue(analysis_id)
