"""Conversations for programs: those that were held elsewhere and brought in, and that everyone may see."""

from __future__ import annotations

import json
from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path, Router

from meervoud_web.conversations.models import Conversation
from meervoud_web.conversations.queries.open_statements import open_statements
from meervoud_web.conversations.queries.published import public_record, published_imports
from meervoud_web.ui.problems import Problem, ProblemError
from meervoud_web.ui.shapes import Shape

router = Router(by_alias=True)

LARGEST_KEY = 2**63 - 1
Key = Annotated[
    int, Path(description="The number of the conversation, as in the address of its page.", ge=1, le=LARGEST_KEY)
]


class ConversationOut(Shape):
    """A conversation that was held elsewhere and brought in, with how hard its result is."""

    number: int
    title: str
    question: str
    challenge: str
    assurance: str


class StatementOut(Shape):
    """A statement that people can react to, or could."""

    number: str
    text: str
    is_seed: bool


@router.get(
    "/conversations",
    response={200: list[ConversationOut]},
    summary="Conversations that were brought in and are open to everyone",
    tags=["conversations"],
)
def conversations(request: HttpRequest) -> list[ConversationOut]:
    return [_shown(conversation) for conversation in published_imports()]


@router.get(
    "/conversations/{number}",
    response={200: ConversationOut, 404: Problem},
    summary="One conversation",
    tags=["conversations"],
)
def conversation_by_number(request: HttpRequest, number: Key) -> ConversationOut:
    return _shown(_conversation(number))


@router.get(
    "/conversations/{number}/statements",
    response={200: list[StatementOut], 404: Problem},
    summary="The statements that people reacted to",
    tags=["conversations"],
)
def statements_of_conversation(request: HttpRequest, number: Key) -> list[StatementOut]:
    return statements_shown(_conversation(number).pk)


@router.get(
    "/conversations/{number}/result",
    response={200: dict, 404: Problem},
    summary="The result for everyone",
    tags=["results"],
)
def result_of_conversation(request: HttpRequest, number: Key) -> HttpResponse:
    return result_shown(_conversation(number))


def statements_shown(conversation_id: int) -> list[StatementOut]:
    """The statements of a conversation that everyone may see."""
    found = open_statements(conversation_id)
    return [StatementOut(number=one.number, text=one.text, is_seed=one.is_seed) for one in found]


def result_shown(conversation: Conversation) -> HttpResponse:
    """The result for everyone, with how hard it is; or that there is none yet."""
    record = public_record(conversation.pk)
    if record is None:
        raise ProblemError(404, title=_("Nog geen uitkomst"), detail=_("Er is nog geen uitkomst voor iedereen."))
    hard = json.dumps(str(conversation.get_assurance_display()), ensure_ascii=False)
    return HttpResponse(f'{{"assurance": {hard}, "result": {record}}}', content_type="application/json")


def _conversation(number: int) -> Conversation:
    found = published_imports(only=number)
    if not found:
        raise Http404
    return found[0]


def _shown(conversation: Conversation) -> ConversationOut:
    return ConversationOut(
        number=conversation.pk,
        title=conversation.title,
        question=conversation.question,
        challenge=conversation.challenge.title,
        assurance=str(conversation.get_assurance_display()),
    )
