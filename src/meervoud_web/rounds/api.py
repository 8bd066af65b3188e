"""Rounds for programs: what there is to react to, reactions, and the result that everyone may see."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Header, Path, Router, Schema, Status
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer
from pydantic import ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from meervoud_web.conversations.queries.open_statements import key_of_statement, open_statements, reactions_of
from meervoud_web.conversations.queries.published import public_record
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import device_follow_code, new_device_secret
from meervoud_web.rounds.models import Participation, Round
from meervoud_web.rounds.models.submission import LONGEST
from meervoud_web.rounds.queries.published import participation_of, published_round, published_rounds
from meervoud_web.ui.problems import Problem, ProblemError

router = Router(by_alias=True)

Result = TypeVar("Result")

Code = Annotated[str, Path(description="The code of the round, as on its poster.", max_length=20)]
Number = Annotated[str, Path(description="The number of the statement in its round.", max_length=200)]
Request = Annotated[
    UUID, Header(alias="Idempotency-Key", description="Sent again under the same key, a request counts once.")
]
Said = Literal["agree", "pass", "disagree"]
VALUES: dict[Said, int] = {"agree": 1, "pass": 0, "disagree": -1}
NAMES: dict[int, Said] = {value: name for name, value in VALUES.items()}
FAILURES = {400: Problem, 401: Problem, 404: Problem, 409: Problem}


class Shape(Schema):
    """What goes in and out has names in lower camel case."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class RoundOut(Shape):
    """A round, with what is said before anything is asked and how hard its result is."""

    code: str
    title: str
    question: str
    introduction: str
    state: Annotated[str, Field(description="open, closed or answered")]
    language: str
    fixed: str
    negotiable: str
    decider: str
    how_heard: str
    answer_by: date | None
    opens_at: datetime | None
    closes_at: datetime | None
    answer: str
    assurance: str


class StatementOut(Shape):
    """A statement that people can react to."""

    number: str
    text: str
    is_seed: bool


class ParticipationOut(Shape):
    """A new participation: the token acts for it, the follow code shows what came of it. Both are shown once."""

    token: str
    follow_code: str


class ReactionIn(Shape):
    """What somebody says to a statement."""

    value: Said
    is_important: bool = False


class ReactionOut(Shape):
    """A reaction that was written down."""

    statement: str
    value: Said


class SubmissionIn(Shape):
    """A statement of one's own."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]


class SubmissionOut(Shape):
    """A statement that was brought in, and until when it is read at the latest."""

    text: str
    state: str
    due_at: datetime


class DeviceToken(HttpBearer):
    """The token of a participation; whether it belongs to this round is looked up in the round."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        return token or None


token = DeviceToken()


@router.get("/rounds", response={200: list[RoundOut]}, summary="Rounds that have opened", tags=["rounds"])
def rounds(request: HttpRequest) -> list[RoundOut]:
    return [_shown(round_) for round_ in published_rounds()]


@router.get("/rounds/{code}", response={200: RoundOut, 404: Problem}, summary="One round", tags=["rounds"])
def round_by_code(request: HttpRequest, code: Code) -> RoundOut:
    return _shown(_round(code))


@router.get(
    "/rounds/{code}/statements",
    response={200: list[StatementOut], 404: Problem},
    summary="The statements to react to",
    tags=["rounds"],
)
def statements(request: HttpRequest, code: Code) -> list[StatementOut]:
    found = open_statements(_round(code).conversation_id)
    return [StatementOut(number=one.number, text=one.text, is_seed=one.is_seed) for one in found]


@router.get(
    "/rounds/{code}/result",
    response={200: dict, 404: Problem},
    summary="The result for everyone",
    tags=["results"],
)
def result(request: HttpRequest, code: Code) -> HttpResponse:
    round_ = _round(code)
    record = public_record(round_.conversation_id)
    if record is None:
        raise ProblemError(404, title=_("Nog geen uitkomst"), detail=_("Er is nog geen uitkomst voor iedereen."))
    hard = json.dumps(str(round_.conversation.get_assurance_display()), ensure_ascii=False)
    return HttpResponse(f'{{"assurance": {hard}, "result": {record}}}', content_type="application/json")


@router.post(
    "/rounds/{code}/participations",
    response={201: ParticipationOut, 404: Problem, 409: Problem},
    summary="Begin to take part",
    tags=["taking part"],
)
def begin(request: HttpRequest, code: Code) -> Status[ParticipationOut]:
    round_, device = _round(code), new_device_secret()
    _granted(lambda: actions.participate(round_, device=device))
    follow_code = device_follow_code(device, round_id=round_.pk)
    return Status(201, ParticipationOut(token=device, follow_code=follow_code))


@router.get(
    "/rounds/{code}/reactions",
    response={200: list[ReactionOut], 401: Problem, 404: Problem},
    auth=token,
    summary="One's own reactions",
    tags=["taking part"],
)
def own_reactions(request: HttpRequest, code: Code) -> list[ReactionOut]:
    mine = _mine(request, code)
    said = reactions_of(mine.participant_id)
    return [ReactionOut(statement=number, value=NAMES[value]) for number, value in sorted(said.items())]


@router.put(
    "/rounds/{code}/statements/{number}/reaction",
    response={200: ReactionOut, **FAILURES},
    auth=token,
    summary="React, or change a reaction",
    tags=["taking part"],
)
def react(request: HttpRequest, code: Code, number: Number, given: ReactionIn, key: Request) -> ReactionOut:
    _react(request, code, number, value=VALUES[given.value], is_important=given.is_important, key=key)
    return ReactionOut(statement=number, value=given.value)


@router.delete(
    "/rounds/{code}/statements/{number}/reaction",
    response={204: None, **FAILURES},
    auth=token,
    summary="Take a reaction back",
    tags=["taking part"],
)
def take_back(request: HttpRequest, code: Code, number: Number, key: Request) -> Status[None]:
    _react(request, code, number, value=None, is_important=False, key=key)
    return Status(204, None)


@router.post(
    "/rounds/{code}/statements",
    response={202: SubmissionOut, **FAILURES},
    auth=token,
    summary="Bring in a statement",
    tags=["taking part"],
)
def submit(request: HttpRequest, code: Code, given: SubmissionIn, key: Request) -> Status[SubmissionOut]:
    mine = _mine(request, code)
    submission = _granted(lambda: actions.submit(mine, text=given.text, request_id=key))
    return Status(202, SubmissionOut(text=submission.text, state=submission.state, due_at=submission.due_at))


@router.delete(
    "/rounds/{code}/participations/own",
    response={204: None, 401: Problem, 404: Problem},
    auth=token,
    summary="Take everything back",
    tags=["taking part"],
)
def leave(request: HttpRequest, code: Code) -> Status[None]:
    actions.withdraw_everything(_mine(request, code))
    return Status(204, None)


def _round(code: str) -> Round:
    found = published_round(code)
    if found is None:
        raise Http404
    return found


def _mine(request: HttpRequest, code: str) -> Participation:
    device = getattr(request, "auth", "")
    found = participation_of(_round(code), device)
    if found is None:
        raise AuthenticationError
    return found


def _react(
    request: HttpRequest, code: str, number: str, *, value: int | None, is_important: bool, key: UUID
) -> None:
    mine = _mine(request, code)
    statement = key_of_statement(mine.round.conversation_id, number)
    if statement is None:
        raise Http404
    _granted(
        lambda: actions.react(mine, statement_id=statement, value=value, is_important=is_important, request_id=key)
    )


def _granted(act: Callable[[], Result]) -> Result:
    """Do it, or say in words why it cannot be."""
    try:
        return act()
    except actions.RoundIsNotOpenError:
        raise ProblemError(
            409, title=_("De stellingenronde is niet open"), detail=_("Er kan nu niets meer bij.")
        ) from None
    except actions.TooManyStatementsError:
        raise ProblemError(
            409, title=_("Te veel stellingen"), detail=_("U bracht zo veel stellingen in als kan.")
        ) from None
    except actions.NoSuchStatementError:
        raise Http404 from None
    except actions.NotTakingPartError:
        raise AuthenticationError from None


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
        assurance=str(conversation.get_assurance_display()),
    )
