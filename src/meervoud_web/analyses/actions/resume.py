"""Find jobs whose worker was killed, or that no queue knows of (after a restore), and queue them again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from meervoud_web.analyses.models import UNFINISHED, Analysis

from .request import enqueue, patience_end, queued

MOST_ATTEMPTS = 5
"""A job that kills its worker time and again has to stop doing so."""


def resume_abandoned() -> int:
    """Queue every unfinished job that nobody will do; safe to call at any moment and by many at once.

    A job that waits has its place in the queue, written down in the same transaction; one that runs is written
    down by its worker every few seconds. So what waits outside the queue, or runs in silence, has been left.
    """
    left = Q(lease_until__lt=timezone.now()) | Q(lease_until=None)
    lost = Q(state=Analysis.State.WAITING) & ~Q(pk__in=queued())
    abandoned = Analysis.objects.filter(left | lost, state__in=UNFINISHED)
    keys = list(abandoned.values_list("pk", "lease_until", "attempts"))
    return sum(_resume(key, lease_until=until, attempts=attempts) for key, until, attempts in keys)


def _resume(analysis_id: int, *, lease_until: datetime | None, attempts: int) -> bool:
    # The old lease end is part of the condition: of all who look at the same moment only one queues the job.
    found = Analysis.objects.filter(pk=analysis_id, state__in=UNFINISHED, lease_until=lease_until)
    with transaction.atomic():
        if attempts >= MOST_ATTEMPTS:
            found.update(state=Analysis.State.FAILED, lease=None, error={"code": "too-many-attempts"})
            return False
        if not found.update(state=Analysis.State.WAITING, lease=None, lease_until=patience_end()):
            return False
        enqueue(analysis_id)
    return True
