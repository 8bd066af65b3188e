"""Find somebody back by their follow code, slowly enough that nobody finds another."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from meervoud_web.people.actions.attempts import Limit, forget, wider, write_down
from meervoud_web.rounds.codes import follow_hash
from meervoud_web.rounds.models import Appeal, Participation, Submission, SubmissionState

MOST_PER_ADDRESS = 40
MOST_PER_NETWORK = 200
MOST_AT_ALL = 4_000
"""From everywhere together: a year of this against ten thousand codes finds one with a chance of 0.7 per cent."""


class UnknownCodeError(Exception):
    """There is nobody under this code, or it is no code at all: from outside all the same."""


class NothingToAppealError(Exception):
    """The statement was not refused."""


def find_by_code(code: str, *, address: str) -> Participation:
    """Return who goes by this follow code.

    Raises
    ------
    UnknownCodeError
        When there is nobody.
    people.actions.TooManyAttemptsError
        When too many codes were tried from this address, this network or everywhere, whatever this one is.
    """
    attempts = write_down(
        [
            Limit("follow-code address", address, MOST_PER_ADDRESS),
            Limit("follow-code network", wider(address), MOST_PER_NETWORK),
            Limit("follow-code", "everywhere", MOST_AT_ALL),
        ]
    )
    found = Participation.objects.select_related("round__conversation__challenge")
    participation = found.filter(follow_hash=follow_hash(code)).first()
    if participation is None:
        raise UnknownCodeError
    forget(attempts)
    return participation


def appeal(submission: Submission, *, text: str) -> Appeal:
    """Ask another reader to look again; asked twice, it is asked once.

    Raises
    ------
    NothingToAppealError
        When the statement is not one that was refused.
    """
    try:
        with transaction.atomic():
            refused = Submission.objects.select_for_update().filter(state=SubmissionState.REFUSED)
            if not refused.filter(pk=submission.pk).exists():
                raise NothingToAppealError
            return Appeal.objects.create(submission=submission, text=text)
    except IntegrityError:
        return Appeal.objects.get(submission=submission)
