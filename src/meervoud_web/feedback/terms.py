"""What goes when its term is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from meervoud_web.challenges.contributions import still_there
from meervoud_web.feedback.models import Notice, NoticeAddress, Placing
from meervoud_web.people.terms import Term

CONFIRM_WITHIN = timedelta(days=2)
LONGEST = timedelta(days=365)


def addresses_that_are_due(moment: datetime) -> QuerySet[NoticeAddress]:
    """Addresses that nobody confirmed in time, and those that were kept for a year."""
    unconfirmed = Q(confirmed_at=None, asked_at__lt=moment - CONFIRM_WITHIN)
    return NoticeAddress.objects.filter(unconfirmed | Q(confirmed_at__lt=moment - LONGEST))


def placings_of_what_is_gone(_moment: datetime) -> QuerySet[Placing]:
    """Placings whose contribution was taken back; most went at once, this finds what a crash left."""
    placings = {placing.pk: placing.thing for placing in Placing.objects.all()}
    left = still_there(set(placings.values()))
    return Placing.objects.filter(pk__in=[pk for pk, thing in placings.items() if thing not in left])


TERMS = (
    Term(
        kind="addresses for mail about answers",
        promised_by=(NoticeAddress, Notice),
        due=addresses_that_are_due,
    ),
    Term(
        kind="words to people who took back what they said", promised_by=(Placing,), due=placings_of_what_is_gone
    ),
)
