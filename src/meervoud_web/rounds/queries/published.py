"""Rounds as everyone may see them: those that have opened, of challenges that are open to all."""

from __future__ import annotations

from django.db.models import QuerySet

from meervoud_web.conversations.queries.assurance import ROOM_CODE
from meervoud_web.people.codes import plain
from meervoud_web.rounds.models import Round, State


def published_rounds() -> QuerySet[Round]:
    """Every round that has opened, newest first; a draft is nobody's yet."""
    shown = Round.objects.exclude(state=State.DRAFT).filter(conversation__challenge__is_public=True)
    return shown.select_related("conversation__challenge").order_by("-pk")


def listed_rounds() -> QuerySet[Round]:
    """Those that may be found in a list; the code of a round in a room is told in that room only."""
    return published_rounds().exclude(conversation__assurance=ROOM_CODE)


def published_round(code: str) -> Round | None:
    """Find a round by its code, however it was typed."""
    return published_rounds().filter(code=plain(code)).first()
