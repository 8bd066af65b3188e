"""What came of a round, for people who took part in it: by the themes under which its statements stand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from meervoud_web.challenges.things import kind_called
from meervoud_web.feedback.models import Placing, Theme
from meervoud_web.feedback.queries.seen import themes_seen_by
from meervoud_web.rounds.models import Round

STATEMENT = "statement"
KEPT_AFTER_ANSWER = timedelta(days=30)
LONGEST_WAIT = timedelta(days=365)
"""A theme that nobody ever answers does not keep follow codes alive for ever."""


def themes_of_round(round_: Round) -> QuerySet[Theme]:
    """The themes under which statements of a round stand, as far as everyone may read them."""
    statements = kind_called(STATEMENT).rows().filter(conversation=round_.conversation_id)
    placed = Placing.objects.filter(thing_kind=STATEMENT, thing_id__in=statements.values("pk"))
    return themes_seen_by(None, Theme.objects.filter(pk__in=placed.values("theme")))


def still_waited_for(now: datetime) -> QuerySet[Any, Any]:
    """The conversations of which people still come back for an answer, or got one not long ago."""
    waits = Q(weighed="", answer_by__gt=(now - LONGEST_WAIT).date())
    themes = Theme.objects.filter(waits | Q(answered_at__gt=now - KEPT_AFTER_ANSWER), published_at__isnull=False)
    placed = Placing.objects.filter(thing_kind=STATEMENT, theme__in=themes)
    statements = kind_called(STATEMENT).rows().filter(pk__in=placed.values("thing_id"))
    return statements.order_by().values("conversation")
