"""Let reactions on paper count, and reactions that somebody gives with the help of another.

A card counts once it was typed in twice in the same way. Where the two differ a third look decides, and nothing
counts until two of the looks agree.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from meervoud_web.conversations import actions as conversations
from meervoud_web.people.models import Person
from meervoud_web.rounds.actions.participate import RoundIsNotOpenError
from meervoud_web.rounds.codes import follow_hash, new_follow_code
from meervoud_web.rounds.models import PaperCard, Participation, Receipt, Round, State, Way

Ticks = Mapping[int, tuple[int, bool]]
"""Statement key to the value (1, 0 or -1) and whether it is extra important."""


class CardCountsAlreadyError(Exception):
    """The card has been typed in twice, and counts."""


def type_in(round_: Round, *, number: int, ticks: Ticks, by: Person) -> PaperCard:
    """Type a card in: the first time, the second time, or once more after two that differ.

    Raises
    ------
    RoundIsNotOpenError
        When people have been told what was done with the round, or it has not opened yet.
    CardCountsAlreadyError
        When the card counts already.
    """
    typed: dict[str, list[int | bool]] = {str(key): [*tick] for key, tick in sorted(ticks.items())}
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round_.pk)
        if current.state not in (State.OPEN, State.CLOSED):
            raise RoundIsNotOpenError
        card, is_first = PaperCard.objects.get_or_create(
            round=current, number=number, defaults={"first": typed, "first_by": by}
        )
        if is_first:
            return card
        if card.participation_id is not None:
            raise CardCountsAlreadyError
        return _look_again(card, typed, by=by)


def take_part_with_help(round_: Round, *, ticks: Ticks, by: Person) -> str:
    """Write down what somebody says who sits beside you; returns the follow code to give them, shown once.

    Raises
    ------
    RoundIsNotOpenError
        When the round is not open.
    """
    code = new_follow_code()
    with transaction.atomic():
        if not Round.objects.get(pk=round_.pk).is_open:
            raise RoundIsNotOpenError
        participation = _participate(round_, way=Way.HELPED, by=by, code=code)
        _write_down(participation, ticks)
    return code


def _look_again(card: PaperCard, typed: dict[str, list[int | bool]], *, by: Person) -> PaperCard:
    looks = [card.first] if card.second is None else [card.first, card.second]
    if typed in looks:
        participation = _participate(card.round, way=Way.PAPER, by=by)
        ticks = {int(key): (value, bool(important)) for key, (value, important) in typed.items()}
        _write_down(participation, ticks)
        card.participation, card.first = participation, typed
    elif card.second is not None:
        card.first, card.first_by = card.second, card.second_by  # the oldest look goes
    card.second, card.second_by, card.second_at = typed, by, timezone.now()
    card.save()
    return card


def _participate(round_: Round, *, way: Way, by: Person, code: str = "") -> Participation:
    return Participation.objects.create(
        round=round_,
        participant=conversations.add_participant(conversation_id=round_.conversation_id),
        follow_hash=follow_hash(code) if code else None,
        way=way,
        entered_by=by,
    )


def _write_down(participation: Participation, ticks: Ticks) -> None:
    conversation_id, now = participation.round.conversation_id, time.time_ns() // 1_000_000
    open_ = {
        key: tick
        for key, tick in ticks.items()
        if conversations.can_be_reacted_to(conversation_id=conversation_id, statement_id=key)
    }
    Receipt.objects.bulk_create(
        Receipt(
            conversation_id=conversation_id,
            participation=participation,
            request_id=uuid4(),
            statement_id=key,
            value=value,
            is_important=important,
            arrived_at=now,
        )
        for key, (value, important) in open_.items()
    )
    for key, (value, important) in open_.items():
        conversations.count_vote(
            participant_id=participation.participant_id,
            statement_id=key,
            value=value,
            is_important=important,
            cast_at=now,
        )
    conversations.look_again(conversation_id)
