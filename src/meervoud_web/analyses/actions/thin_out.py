"""What stays of the many results of data that go on changing: the newest, and the last of each day."""

from __future__ import annotations

from django.utils import timezone

from meervoud_web.analyses.models import Analysis, AnalysisInput

NEWEST = 2
"""Who is reading the one before the newest can go on reading."""


def keep_input(analysis: Analysis, given: bytes) -> None:
    """Keep what the newest result was computed from, and nothing older."""
    AnalysisInput.objects.filter(analysis__source=analysis.source, analysis__subject=analysis.subject).delete()
    if given:
        AnalysisInput.objects.create(analysis=analysis, packed=given)


def thin_out(analysis: Analysis) -> int:
    """Delete passing results that no person asked for; tells how many."""
    finished = (
        Analysis.objects.filter(source=analysis.source, subject=analysis.subject, created_by=None)
        .exclude(finished_at=None)
        .order_by("-finished_at", "-pk")
    )
    done, passing, days = 0, [], set()
    for key, state, at in finished.values_list("pk", "state", "finished_at"):
        day = timezone.localdate(at)
        if state != Analysis.State.DONE:
            passing.append(key)
            continue
        done += 1
        if done > NEWEST and day in days:
            passing.append(key)
        days.add(day)
    return Analysis.objects.filter(pk__in=passing).delete()[0] if passing else 0
