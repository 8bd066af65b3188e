"""Open a round and close it."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise

from meervoud_web.conversations import actions as conversations
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.actions.journal import note, tally
from meervoud_web.rounds.models import Round, State
from meervoud_web.rounds.queries.preparing import missing


class NotReadyError(Exception):
    """Something has to be said before anything is asked."""

    def __init__(self, missing: Sequence[str | Promise]) -> None:
        super().__init__("The round is not ready to open.")
        self.missing = missing


def open_round(round_: Round, *, by: Person) -> None:
    """Let people take part, and let everyone read what comes out; doing it twice changes nothing."""
    if not rules.may_run(by, round_):
        raise PermissionDenied
    with transaction.atomic():
        current = Round.objects.select_for_update(of=("self",)).select_related("conversation").get(pk=round_.pk)
        if current.state != State.DRAFT:
            return
        if lacks := missing(current):
            raise NotReadyError(lacks)
        opens_at = current.opens_at or timezone.now()
        Round.objects.filter(pk=current.pk).update(state=State.OPEN, opens_at=opens_at, version=F("version") + 1)
        conversations.show_to_everyone(current.conversation_id)
        note(current, by=by, verb="round-opened")


def close_round(round_: Round, *, by: Person) -> None:
    """Let nobody add anything any more; what came in stays."""
    if not rules.may_run(by, round_):
        raise PermissionDenied
    with transaction.atomic():
        still_open = Round.objects.filter(pk=round_.pk, state=State.OPEN)
        if still_open.update(state=State.CLOSED, version=F("version") + 1):
            conversations.count_the_last(round_.conversation_id)
            note(round_, by=by, verb="round-closed", why=tally(round_))
