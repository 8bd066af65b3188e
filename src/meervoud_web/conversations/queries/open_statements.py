"""The statements of a conversation that people can react to, and what somebody said to them."""

from __future__ import annotations

from dataclasses import dataclass

from meervoud_web.conversations.models import Statement, Vote


@dataclass(frozen=True)
class OpenStatement:
    """A statement under its key and its number, with its words."""

    key: int
    number: str
    text: str
    is_seed: bool


def open_statements(conversation_id: int) -> list[OpenStatement]:
    """The statements that take part, in the order in which they came."""
    rows = Statement.objects.filter(conversation_id=conversation_id, is_moderated=False).exclude(text="")
    return [OpenStatement(*row) for row in rows.order_by("pk").values_list("pk", "external_id", "text", "is_seed")]


def key_of_statement(conversation_id: int, number: str) -> int | None:
    """Find a statement by its number in the conversation."""
    found = Statement.objects.filter(conversation_id=conversation_id, external_id=number)
    return found.values_list("pk", flat=True).first()


def reacted_to(participant_id: int) -> dict[int, int]:
    """What somebody said: statement key to 1, 0 or -1."""
    return dict(Vote.objects.filter(participant_id=participant_id).values_list("statement_id", "value"))


@dataclass(frozen=True)
class Said:
    """What somebody said to a statement; without words it takes no part any more."""

    key: int
    text: str
    value: int
    is_important: bool


def said_by(participant_id: int) -> list[Said]:
    """Everything that somebody said, in the order in which the statements came."""
    rows = Vote.objects.filter(participant_id=participant_id).order_by("statement_id")
    found = rows.values_list("statement_id", "statement__text", "value", "is_important", "statement__is_moderated")
    return [Said(key, "" if gone else text, value, bool(important)) for key, text, value, important, gone in found]


def reactions_by_number(participant_id: int) -> dict[str, int]:
    """The same under the numbers of the statements, in the order in which those came."""
    rows = Vote.objects.filter(participant_id=participant_id).order_by("statement_id")
    return dict(rows.values_list("statement__external_id", "value"))


def is_marked(participant_id: int, statement_id: int) -> bool:
    """Whether somebody said that a statement is extra important to them."""
    return Vote.objects.filter(
        participant_id=participant_id, statement_id=statement_id, is_important=True
    ).exists()
