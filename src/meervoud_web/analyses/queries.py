"""What can be asked about analyses. Records are large, so nothing here reads one unless asked for it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from .models import Analysis, Picture


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


def states_of(source: str, subjects: list[int]) -> dict[int, str]:
    """The state of the newest analysis of each subject."""
    rows = Analysis.objects.filter(source=source, subject__in=subjects).order_by("pk")
    return dict(rows.values_list("subject", "state"))


def summarised(source: str, subjects: list[int], key: str) -> dict[int, Any]:
    """One part of the summary of the newest result of each subject, without reading the rest."""
    done = Analysis.objects.filter(source=source, subject__in=subjects, state=Analysis.State.DONE).order_by("pk")
    return dict(done.values_list("subject", f"summary__{key}"))


def record_of(analysis: Analysis) -> str:
    """The whole record as it was written down."""
    return str(Analysis.objects.values_list("record", flat=True).get(pk=analysis.pk))


def pictures_of(analysis: Analysis, language: str) -> dict[str, str]:
    """The drawings by shape, in this language or else in any other."""
    drawn = Picture.objects.filter(analysis=analysis).values_list("language", "shape", "svg")
    mine = {shape: svg for spoken, shape, svg in drawn if spoken == language}
    return mine or {shape: svg for _, shape, svg in drawn}
