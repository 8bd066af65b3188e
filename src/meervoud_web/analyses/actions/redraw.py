"""Draw a finished result again: the record stays as it is, only its pictures change."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from meervoud_web.analyses.models import Analysis, Picture


def redraw(analysis: Analysis, pictures: Mapping[tuple[str, str], str]) -> None:
    """Put these pictures in the place of the old ones."""
    with transaction.atomic():
        Picture.objects.filter(analysis=analysis).delete()
        keep_pictures(analysis.pk, pictures)


def forget_older_pictures(analysis: Analysis) -> None:
    """Let go of the pictures of results before this one: nobody sees them, and there may be words in them."""
    older = Analysis.objects.filter(source=analysis.source, subject=analysis.subject, pk__lt=analysis.pk)
    Picture.objects.filter(analysis__in=older).delete()


def keep_pictures(analysis_id: int, pictures: Mapping[tuple[str, str], str]) -> None:
    """Write pictures down beside their analysis."""
    Picture.objects.bulk_create(
        Picture(analysis_id=analysis_id, language=language, shape=shape, svg=svg)
        for (language, shape), svg in pictures.items()
    )
