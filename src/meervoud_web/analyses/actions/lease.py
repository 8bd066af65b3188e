"""A lease on a job: one worker holds it at a time, and it runs out when that worker dies.

Every step is one conditional UPDATE (compare and set), so that two workers can never both believe that they
hold the same job, on any database and without locks held while computing.
"""

from __future__ import annotations

import time
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from meervoud_web.analyses.models import Analysis

RENEW_EVERY = 1.0
"""Seconds between two writes of progress: enough for a screen, light for the database."""


class LeaseLostError(Exception):
    """Another worker holds the job now; stop and publish nothing."""


def lease_end() -> datetime:
    """Until when a worker that says nothing more is believed to be alive."""
    return timezone.now() + timedelta(seconds=getattr(settings, "ANALYSIS_LEASE_SECONDS", 60))


def claim(analysis_id: int) -> uuid.UUID | None:
    """Take the job when it waits or when its worker died; ``None`` when somebody else has it."""
    lease = uuid.uuid4()
    waiting = Q(state=Analysis.State.WAITING)
    abandoned = Q(state=Analysis.State.RUNNING) & (Q(lease_until__lt=timezone.now()) | Q(lease_until=None))
    taken = Analysis.objects.filter(waiting | abandoned, pk=analysis_id).update(
        state=Analysis.State.RUNNING,
        lease=lease,
        lease_until=lease_end(),
        attempts=F("attempts") + 1,
        progress=0,
        message="",
    )
    return lease if taken else None


class Renewal:
    """The progress callback of a run: tells the screen how far it is, and keeps the lease alive."""

    def __init__(self, analysis_id: int, lease: uuid.UUID) -> None:
        self.held = Analysis.objects.filter(pk=analysis_id, lease=lease, state=Analysis.State.RUNNING)
        self.renewed = 0.0

    def __call__(self, share: float, message: str = "") -> None:
        now = time.monotonic()
        if now - self.renewed < RENEW_EVERY:
            return
        self.renewed = now
        # 99 at most: only a result that can be read is a hundred per cent.
        percent = max(0, min(99, int(share * 100)))
        if not self.held.update(progress=percent, message=message[:200], lease_until=lease_end()):
            raise LeaseLostError
