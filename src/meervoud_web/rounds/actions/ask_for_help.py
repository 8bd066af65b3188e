"""Leave a cry for help with those who read for this round."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from meervoud_web.people.actions.attempts import Limit, write_down
from meervoud_web.rounds.models import HelpRequest, Round

MOST_PER_ADDRESS = 20
"""In a quarter of an hour; more is a machine, and would hide who does need help."""


def ask_for_help(
    round_: Round, *, text: str, contact: str, request_id: UUID, address: str, staff_page: str = ""
) -> None:
    """Write a hulpvraag down, also in a round that is closed; sent again under the same id it is one.

    Who reads for the round gets a mail about it with the address of ``staff_page``. The commit that writes the
    hulpvraag down also queues the mail, so that neither comes without the other and nobody waits for a mail
    server. Without such a page nobody is mailed: what is asked in an example is nobody's need.

    Raises
    ------
    people.actions.TooManyAttemptsError
        When too many came from this address.
    """
    # Here and not above: the task calls the actions, so the import would go in circles.
    from meervoud_web.rounds.tasks import mail_about_help

    write_down([Limit("help address", address, MOST_PER_ADDRESS)])
    try:
        with transaction.atomic():
            HelpRequest.objects.create(round=round_, text=text, contact=contact, request_id=request_id)
            if staff_page:
                mail_about_help.enqueue(round_.pk, staff_page)
    except IntegrityError:
        if not HelpRequest.objects.filter(request_id=request_id).exists():
            raise
