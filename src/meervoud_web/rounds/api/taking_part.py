"""Taking part as a program: begin, react, bring in a statement, leave. The token of the participation says who."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Status
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from meervoud_web.conversations.queries.open_statements import key_of_statement, reactions_by_number
from meervoud_web.people.actions import TooManyAttemptsError
from meervoud_web.people.actions.attempts import address_of
from meervoud_web.rounds import actions
from meervoud_web.rounds.actions.participate import TRY_AGAIN_AFTER
from meervoud_web.rounds.api.reading import round_of
from meervoud_web.rounds.api.shapes import (
    NAMES,
    VALUES,
    Code,
    Number,
    ParticipationOut,
    ReactionIn,
    ReactionOut,
    Request,
    SubmissionIn,
    SubmissionOut,
)
from meervoud_web.rounds.codes import device_follow_code, new_device_secret
from meervoud_web.rounds.models import Participation
from meervoud_web.rounds.queries.entering import participation_of
from meervoud_web.ui.problems import Problem, ProblemError

router = Router(by_alias=True)

Result = TypeVar("Result")
FAILURES = {400: Problem, 401: Problem, 404: Problem, 409: Problem}


class DeviceToken(HttpBearer):
    """The token of a participation; whether it belongs to this round is looked up in the round."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        return token or None


token = DeviceToken()


@router.post(
    "/rounds/{code}/participations",
    response={201: ParticipationOut, 404: Problem, 409: Problem, 429: Problem},
    summary="Begin to take part",
    tags=["taking part"],
)
def begin(request: HttpRequest, code: Code) -> Status[ParticipationOut]:
    round_, device = round_of(code), new_device_secret()
    # Here, and not at the first reaction as on the pages: a token is only good when we gave it, so one that
    # somebody made up, or with which everything was taken back, gets nothing.
    _granted(lambda: actions.participate_by_program(round_, device=device, address=address_of(request)))
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
    said = reactions_by_number(mine.participant_id)
    return [ReactionOut(statement=number, value=NAMES[value]) for number, value in said.items()]


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
    "/rounds/{code}/submissions",
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


def _mine(request: HttpRequest, code: str) -> Participation:
    device = getattr(request, "auth", "")
    found = participation_of(round_of(code), device)
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
    except TooManyAttemptsError:
        raise ProblemError(
            429,
            title=_("Te veel in korte tijd"),
            detail=_("Er begonnen vanaf deze plek te veel deelnemers. Probeer het over een kwartier weer."),
            retry_after=TRY_AGAIN_AFTER,
        ) from None
    except actions.TooManyStatementsError:
        raise ProblemError(
            409, title=_("Te veel stellingen"), detail=_("U bracht zo veel stellingen in als kan.")
        ) from None
    except actions.NoSuchStatementError:
        raise Http404 from None
    except actions.NotTakingPartError:
        raise AuthenticationError from None
