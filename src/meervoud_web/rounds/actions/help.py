"""Bring a hulpvraag where help is, and say that this was done."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.models import Forwarding, HelpRequest


class NotForwardedError(Exception):
    """A hulpvraag is not closed before somebody brought it somewhere."""


def forward(help_request: HelpRequest, *, by: Person, to: str, note: str) -> Forwarding:
    """Write down who brought it where, and when; the same words sent twice are one line."""
    _refuse_others(help_request, by)
    with transaction.atomic():
        HelpRequest.objects.select_for_update().get(pk=help_request.pk)
        last = help_request.forwardings.order_by("-pk").first()
        if last and (last.to, last.note, last.by_id) == (to, note, by.pk):
            return last
        return Forwarding.objects.create(help_request=help_request, to=to, note=note, by=by)


def close_help_request(help_request: HelpRequest, *, by: Person) -> None:
    """Say that it is where it should be. Only after it was forwarded; the first time counts."""
    _refuse_others(help_request, by)
    if not help_request.forwardings.exists():
        raise NotForwardedError
    HelpRequest.objects.filter(pk=help_request.pk, closed_at=None).update(closed_at=timezone.now())


def _refuse_others(help_request: HelpRequest, by: Person) -> None:
    if not rules.may_moderate(by, help_request.round):
        raise PermissionDenied
