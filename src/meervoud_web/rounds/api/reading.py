"""What everyone may read: rounds, their statements and their results."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router

from meervoud_web.conversations.api import StatementOut, result_shown, statements_shown
from meervoud_web.conversations.queries.wording import assurance_beforehand, assurance_sentence
from meervoud_web.rounds.api.shapes import Code, RoundOut
from meervoud_web.rounds.models import Round
from meervoud_web.rounds.queries.published import listed_rounds, published_round
from meervoud_web.rounds.queries.standing import standing_of
from meervoud_web.ui.problems import Problem

router = Router(by_alias=True)


@router.get("/rounds", response={200: list[RoundOut]}, summary="Rounds that have opened", tags=["rounds"])
def rounds(request: HttpRequest) -> list[RoundOut]:
    return [_shown(round_) for round_ in listed_rounds()]


@router.get("/rounds/{code}", response={200: RoundOut, 404: Problem}, summary="One round", tags=["rounds"])
def round_by_code(request: HttpRequest, code: Code) -> RoundOut:
    return _shown(round_of(code))


@router.get(
    "/rounds/{code}/statements",
    response={200: list[StatementOut], 404: Problem},
    summary="The statements to react to",
    tags=["rounds"],
)
def statements(request: HttpRequest, code: Code) -> list[StatementOut]:
    return statements_shown(round_of(code).conversation_id)


@router.get(
    "/rounds/{code}/result",
    response={200: dict, 404: Problem},
    summary="The result for everyone",
    tags=["results"],
)
def result(request: HttpRequest, code: Code) -> HttpResponse:
    return result_shown(round_of(code).conversation)


def round_of(code: str) -> Round:
    """Find a round that everyone may see, or answer that it is not there."""
    found = published_round(code)
    if found is None:
        raise Http404
    return found


def _assurance(round_: Round) -> str:
    """How hard the result is; said of what is still to come as long as people can take part."""
    is_to_come = standing_of(round_) in {"open", "soon"}
    return (assurance_beforehand if is_to_come else assurance_sentence)(round_.conversation.assurance)


def _shown(round_: Round) -> RoundOut:
    conversation = round_.conversation
    return RoundOut(
        code=round_.code,
        title=conversation.title,
        question=conversation.question,
        introduction=round_.introduction,
        state=round_.state,
        language=round_.language,
        fixed=round_.fixed,
        negotiable=round_.negotiable,
        decider=round_.decider,
        how_heard=round_.how_heard,
        answer_by=round_.answer_by,
        opens_at=round_.opens_at,
        closes_at=round_.closes_at,
        answer=round_.answer,
        assurance=_assurance(round_),
    )
