"""Begin to take part, and be known again: by a device, or by a follow code."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from meervoud_web.conversations import actions as conversations
from meervoud_web.people.actions.attempts import WINDOW, Limit, wider, write_down
from meervoud_web.rounds.codes import device_follow_code, device_hash, follow_hash
from meervoud_web.rounds.models import Participation, Round, Way

MOST_BEGUN_PER_ADDRESS = 1000
"""By programs, in a quarter of an hour: a full room of 500 behind one address, twice."""
MOST_BEGUN_PER_NETWORK = 4000
TRY_AGAIN_AFTER = int(WINDOW.total_seconds())


class RoundIsNotOpenError(Exception):
    """The round is not open (any more): nothing can be added to it."""


def participate(round_: Round, *, device: str, way: Way = Way.DEVICE) -> Participation:
    """Return the participation of a device in a round; the first time it begins there.

    Raises
    ------
    RoundIsNotOpenError
        When somebody new comes and the round is not open.
    """
    own_hash = device_hash(device, round_id=round_.pk)
    found = Participation.objects.filter(device_hash=own_hash).first()
    if found:
        return found
    if not round_.is_open:
        raise RoundIsNotOpenError
    try:
        with transaction.atomic():
            participant = conversations.add_participant(conversation_id=round_.conversation_id)
            return Participation.objects.create(
                round=round_,
                participant=participant,
                way=way,
                device_hash=own_hash,
                follow_hash=follow_hash(device_follow_code(device, round_id=round_.pk)),
            )
    except IntegrityError:  # the same device, twice at once
        return Participation.objects.get(device_hash=own_hash)


def participate_by_program(round_: Round, *, device: str, address: str) -> Participation:
    """Begin for a program; one address does not begin for more people than can be there.

    Raises
    ------
    RoundIsNotOpenError
        When the round is not open.
    people.actions.TooManyAttemptsError
        When too many began from this address.
    """
    if not round_.is_open:
        raise RoundIsNotOpenError
    write_down(
        [
            Limit("programs begin", address, MOST_BEGUN_PER_ADDRESS),
            Limit("programs begin, network", wider(address), MOST_BEGUN_PER_NETWORK),
        ]
    )
    return participate(round_, device=device, way=Way.API)


def go_on_with(participation: Participation, *, device: str) -> None:
    """Let another device go on for who has the follow code; the device from before is let go."""
    own_hash = device_hash(device, round_id=participation.round_id)
    with transaction.atomic():
        Participation.objects.filter(device_hash=own_hash).exclude(pk=participation.pk).update(device_hash=None)
        Participation.objects.filter(pk=participation.pk).update(device_hash=own_hash)
