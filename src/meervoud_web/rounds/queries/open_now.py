"""Which rounds everyone can take part in now."""

from __future__ import annotations

from meervoud_web.conversations.queries.assurance import ROOM_CODE
from meervoud_web.rounds.models import Round, State

MOST = 6


def open_now() -> list[Round]:
    """The rounds that are open, of challenges that are open to everyone; the newest first."""
    open_ = Round.objects.filter(state=State.OPEN, conversation__challenge__is_public=True)
    open_ = open_.exclude(conversation__assurance=ROOM_CODE)  # its code is told in the room only
    rounds = [found for found in open_.select_related("conversation__challenge") if found.is_open]
    return rounds[:MOST]
