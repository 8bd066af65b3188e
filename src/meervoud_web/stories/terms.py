"""What goes when its term is over: everything of a teller whose consent has run out."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from meervoud_web.people.terms import Term
from meervoud_web.stories.actions import let_go
from meervoud_web.stories.models import ChosenStory, Consent, Story, Teller
from meervoud_web.stories.queries import consent_is_over


def due(moment: datetime) -> QuerySet[Teller]:
    """Tellers who consented until a day before this moment."""
    return consent_is_over(timezone.localdate(moment))


TERMS = (
    Term(
        kind="people who were followed and whose consent is over",
        promised_by=(Teller, Consent, Story, ChosenStory),
        due=due,
        let_go=lambda keys: let_go(list(keys)),
    ),
)
