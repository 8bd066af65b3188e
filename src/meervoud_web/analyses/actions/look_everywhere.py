"""Look at every subject that lately had a result: a net under the looking that each run does when it ends.

Two transactions that do not see one another can each leave the next analysis to the other.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from meervoud_web.analyses.models import Analysis
from meervoud_web.analyses.sources import all_sources

LATELY = timedelta(days=1)


def look_everywhere() -> None:
    """Call what each source does after a result, once for each subject of today."""
    since = timezone.now() - LATELY
    for source in all_sources():
        recent = Analysis.objects.filter(source=source.name, finished_at__gt=since)
        for subject in recent.order_by().values_list("subject", flat=True).distinct():
            with transaction.atomic():
                source.afterwards(subject)
