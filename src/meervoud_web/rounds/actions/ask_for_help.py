"""Leave a cry for help with those who read for this round."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from meervoud_web.rounds.models import HelpRequest, Round


def ask_for_help(round_: Round, *, text: str, contact: str, request_id: UUID) -> None:
    """Write a hulpvraag down, also in a round that is closed; sent again under the same id it is one."""
    try:
        with transaction.atomic():
            HelpRequest.objects.create(round=round_, text=text, contact=contact, request_id=request_id)
    except IntegrityError:
        if not HelpRequest.objects.filter(request_id=request_id).exists():
            raise
