"""A few words to who brought in one contribution, before the answer that everyone gets."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.things import thing_of
from meervoud_web.feedback import rules
from meervoud_web.feedback.models import Placing
from meervoud_web.people.models import Person


class AddedMeanwhileError(Exception):
    """Somebody else wrote to this person since the reader opened the page."""


@transaction.atomic
def add_for_one(placing: Placing, *, by: Person, text: str, number: int) -> None:
    """Write, change or (with no text) take back what only who brought it in reads. The journal has no words of it.

    ``number`` is how often it was written when this person began; sent twice, it is written once.
    """
    theme = placing.theme
    if not rules.may_answer(by, theme.challenge):
        raise PermissionDenied
    found = Placing.objects.select_for_update(of=("self",)).get(pk=placing.pk)
    if found.addition == text:
        return
    if found.addition_number != number:
        raise AddedMeanwhileError
    found.addition, found.addition_number = text, number + 1
    found.save(update_fields=["addition", "addition_number"])
    record(challenge=theme.challenge, by=by, verb="contribution-answered", thing=thing_of(theme))
