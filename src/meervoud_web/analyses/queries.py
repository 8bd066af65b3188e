"""What can be asked about analyses. Records are large, so nothing here reads one unless asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet

from .models import UNFINISHED, Analysis, AnalysisInput, Picture

LEAST_APART = timedelta(seconds=20)
UNDER_WAY = """
    SELECT 1 FROM analyses_analysis WHERE subject = %s AND source IN ({sources}) AND state IN ({states}) LIMIT 1
"""
RESTS = 10
"""Of a machine that computes again and again, ten times as long goes to other work."""


def analyses_of(source: str, subject: int) -> QuerySet[Analysis]:
    """All analyses of a subject, newest first, without their records."""
    return Analysis.objects.filter(source=source, subject=subject).defer("record", "summary")


def newest_analysis(source: str, subject: int) -> Analysis | None:
    """The last analysis that was asked for, whatever became of it."""
    return analyses_of(source, subject).first()


def newest_result(source: str, subject: int) -> Analysis | None:
    """The last analysis that has a result, with the summary that pages show."""
    done = Analysis.objects.filter(source=source, subject=subject, state=Analysis.State.DONE)
    return done.defer("record").first()


def result_before(source: str, subject: int, moment: datetime) -> Analysis | None:
    """The last result that was there at a moment."""
    done = Analysis.objects.filter(source=source, subject=subject, state=Analysis.State.DONE)
    return done.filter(finished_at__lt=moment).defer("record").first()


def is_under_way(sources: Iterable[str], subject: int) -> bool:
    """Whether an analysis of this subject waits or runs; every reaction asks it, so in plain SQL."""
    named = list(sources)
    question = UNDER_WAY.format(sources=", ".join(["%s"] * len(named)), states=", ".join(["%s"] * len(UNFINISHED)))
    with connection.cursor() as cursor:
        cursor.execute(question, [subject, *named, *UNFINISHED])
        return cursor.fetchone() is not None


def newest_numbers(source: str, subjects: Iterable[int]) -> dict[int, int]:
    """The key of the newest result of each subject, in one query."""
    done = Analysis.objects.filter(source=source, subject__in=subjects, state=Analysis.State.DONE)
    return dict(done.order_by().values_list("subject").annotate(Max("pk")))


def marks_of(sources: Iterable[str], subject: int) -> dict[str, dict[str, int]]:
    """How far the data had come in the newest result of each source."""
    done = Analysis.objects.filter(source__in=sources, subject=subject, state=Analysis.State.DONE)
    return dict(done.order_by("pk").values_list("source", "mark"))


def rested_at(source: str, subject: int) -> datetime | None:
    """From when on the next analysis may run; some time after the last one, longer when that took longer."""
    ended = Analysis.objects.filter(source=source, subject=subject).exclude(finished_at=None)
    for at, seconds in ended.values_list("finished_at", "seconds")[:1]:
        return at and at + max(LEAST_APART, timedelta(seconds=RESTS * (seconds or 0)))
    return None


def input_of(analysis: Analysis) -> bytes | None:
    """What this analysis read, where that was kept."""
    kept = AnalysisInput.objects.filter(analysis=analysis).values_list("packed", flat=True).first()
    return None if kept is None else bytes(kept)


def standing_of(source: str, subjects: list[int], key: str) -> dict[int, tuple[str, Any]]:
    """The state of the newest analysis of each subject, and one part of the summary of its newest result."""
    standing: dict[int, tuple[str, Any]] = {}
    rows = Analysis.objects.filter(source=source, subject__in=subjects).order_by("pk")
    for subject, state, part in rows.values_list("subject", "state", f"summary__{key}"):
        known = standing[subject][1] if subject in standing else None
        is_result = state == Analysis.State.DONE and part is not None
        standing[subject] = (state, part if is_result else known)
    return standing


def record_of(analysis: Analysis) -> str:
    """The whole record as it was written down."""
    return str(Analysis.objects.values_list("record", flat=True).get(pk=analysis.pk))


def pictures_of(analysis: Analysis, language: str) -> dict[str, str]:
    """The drawings by shape, in this language or else in any other."""
    drawn = Picture.objects.filter(analysis=analysis).values_list("language", "shape", "svg")
    mine = {shape: svg for spoken, shape, svg in drawn if spoken == language}
    return mine or {shape: svg for _, shape, svg in drawn}
