"""Let reactions on paper count, and reactions that somebody gives with the help of another.

A card counts once it was typed in twice in the same way. Where the two differ a third look decides, and nothing
counts until two of the looks agree.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from meervoud_web.conversations import actions as conversations
from meervoud_web.people.models import Person
from meervoud_web.rounds.actions.participate import RoundIsNotOpenError
from meervoud_web.rounds.codes import device_follow_code, follow_hash
from meervoud_web.rounds.models import PaperCard, Participation, Receipt, Round, State, Way

Ticks = Mapping[int, tuple[int, bool]]
"""Statement key to the value (1, 0 or -1) and whether it is extra important."""


class CardCountsAlreadyError(Exception):
    """The card has been typed in twice, and counts."""


class TypedMeanwhileError(Exception):
    """The card was typed in after the page for it was opened: by somebody else, or by a second click."""


def type_in(round_: Round, *, number: int, ticks: Ticks, by: Person, after: str) -> PaperCard:
    """Type a card in: the first time, the second time, or once more after two that differ.

    ``after`` is the last look at the card that the typist knew of, empty for none. It is compared and set, so that
    one look sent twice is not taken for two.

    Raises
    ------
    RoundIsNotOpenError
        When people have been told what was done with the round, or it has not opened yet.
    CardCountsAlreadyError
        When the card counts already.
    TypedMeanwhileError
        When it was typed in since.
    """
    typed: dict[str, list[int | bool]] = {str(key): [*tick] for key, tick in sorted(ticks.items())}
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round_.pk)
        if current.state not in (State.OPEN, State.CLOSED):
            raise RoundIsNotOpenError
        card = PaperCard.objects.filter(round=current, number=number).first()
        if card is not None and card.participation_id is not None:
            raise CardCountsAlreadyError
        if (card.last_look if card else "") != after:
            raise TypedMeanwhileError
        if card is None:
            return PaperCard.objects.create(round=current, number=number, first=typed, first_by=by)
        return _look_again(card, typed, by=by)


def take_part_with_help(round_: Round, *, ticks: Ticks, by: Person, request_id: UUID) -> str:
    """Write down what somebody says who sits beside you; returns the follow code to give them.

    The code follows from the request, so that the same request sent again is the same person with the same code;
    it is kept nowhere.

    Raises
    ------
    RoundIsNotOpenError
        When the round is not open.
    """
    code = device_follow_code(str(request_id), round_id=round_.pk)
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round_.pk)
        if Participation.objects.filter(round=current, follow_hash=follow_hash(code)).exists():
            return code
        if not current.is_open:
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
    known = conversations.open_among(ticks, conversation_id=conversation_id)
    said = {key: tick for key, tick in ticks.items() if key in known}
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
        for key, (value, important) in said.items()
    )
    conversations.count_votes(said, participant_id=participation.participant_id, cast_at=now)
    conversations.look_again(conversation_id)
