"""What the app ``analyses`` lets go of when its term is over: which background work was done, and when."""

from __future__ import annotations

from datetime import timedelta

from django_tasks_db.models import DBTaskResult

from meervoud_web.people.terms import Term

KEPT = timedelta(days=14)
"""Long enough to look into what went wrong on the evening before a holiday."""

TERMS = (
    Term(
        kind="finished background tasks",
        promised_by=(),
        due=lambda now: DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT),
    ),
)
