"""What goes when its term is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from meervoud_web.papers.models import Paper, PaperWords
from meervoud_web.people.terms import Term

DRAFT_KEPT = timedelta(days=365)


def drafts_that_are_due(moment: datetime) -> QuerySet[Paper]:
    """Drafts that nobody touched for a year."""
    return Paper.objects.filter(set_at=None, changed_at__lt=moment - DRAFT_KEPT)


TERMS = (
    Term(kind="drafts of papers that nobody touched", promised_by=(Paper, PaperWords), due=drafts_that_are_due),
)
