"""What arrived in a round, in the numbers of the receipts: the events of a conversation that runs."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Max

from meervoud_web.rounds.models import Receipt, Round


def newest(conversation_id: int) -> int:
    """The number of the last receipt."""
    found: int | None = Receipt.objects.filter(conversation_id=conversation_id).aggregate(last=Max("pk"))["last"]
    return found or 0


def people_since(conversation_id: int, number: int) -> list[int]:
    """The participants of whom a receipt came after this one."""
    later = Receipt.objects.filter(conversation_id=conversation_id, pk__gt=number).order_by()
    return list(later.values_list("participation__participant_id", flat=True).distinct())


def had_arrived(participant_id: int, number: int) -> bool:
    """Whether a receipt of this participant came up to this one."""
    return Receipt.objects.filter(participation__participant_id=participant_id, pk__lte=number).exists()


def take_part_at(conversation_id: int) -> str:
    """The page where one takes part."""
    return Round.objects.get(conversation_id=conversation_id).get_absolute_url()


def is_running_here(conversation_id: int) -> bool:
    """Whether this conversation has a round of its own."""
    return Round.objects.filter(conversation_id=conversation_id).exists()


def held_here(conversation_ids: Collection[int]) -> set[int]:
    """Which of these conversations have a round of their own."""
    found = Round.objects.filter(conversation_id__in=conversation_ids)
    return set(found.values_list("conversation_id", flat=True))


def is_open(conversation_id: int) -> bool:
    """Whether people can react now."""
    found = Round.objects.filter(conversation_id=conversation_id).first()
    return found is not None and found.is_open
