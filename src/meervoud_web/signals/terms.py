"""What goes when its term is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from meervoud_web.people.terms import Term
from meervoud_web.signals.models import Signal, Verdict

NOISE_KEPT = timedelta(days=365)


def noise_that_is_due(moment: datetime) -> QuerySet[Signal]:
    """Signals that were read as noise, and not read otherwise since, a year after they came in."""
    return Signal.objects.filter(verdict=Verdict.NOISE, reported_at__lt=moment - NOISE_KEPT)


TERMS = (Term(kind="signals that were noise", promised_by=(Signal,), due=noise_that_is_due),)
