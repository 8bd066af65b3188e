"""What the forms with which one reacts send, and writing it down."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from meervoud_web.rounds import actions
from meervoud_web.rounds.pages.answers import request_id_of, see_other
from meervoud_web.rounds.pages.door import Visit

REACTIONS = {"eens": 1, "oneens": -1, "weet-ik-niet": 0, "terug": None}
LARGEST_KEY = 2**63 - 1


@dataclass(frozen=True)
class Sent:
    """A reaction as a form sends it; without a value it is taken back."""

    statement: int
    value: int | None
    is_important: bool
    request_id: UUID


def sent_in(request: HttpRequest) -> Sent:
    """Read a form with which one reacts; a form that is not one of ours is a bad request."""
    word, statement_id = request.POST.get("reactie", ""), number_in(request.POST.get("stelling", ""))
    if word not in REACTIONS or statement_id is None:
        raise BadRequest
    return Sent(
        statement=statement_id,
        value=REACTIONS[word],
        is_important=request.POST.get("belangrijk") == "1" and REACTIONS[word] is not None,
        request_id=request_id_of(request),
    )


def react(visit: Visit, sent: Sent, *, gone: str) -> HttpResponse | None:
    """Write a reaction down; where that cannot be, say where to go: to ``gone`` when the statement left."""
    code = visit.round.code
    try:
        mine = visit.participation or actions.participate(visit.round, device=visit.device)
        actions.react(
            mine,
            statement_id=sent.statement,
            value=sent.value,
            is_important=sent.is_important,
            request_id=sent.request_id,
        )
    except actions.RoundIsNotOpenError:
        return see_other("rounds:welcome", code, note="te-laat")
    except actions.NoSuchStatementError:
        return see_other(gone, code, note="weg")
    except actions.NotTakingPartError:
        return see_other("rounds:welcome", code, note="teruggenomen")
    return None


def number_in(text: str) -> int | None:
    """Read the key of a row; what no row can have is none."""
    if not text.isascii() or not text.isdigit() or len(text) > len(str(LARGEST_KEY)):
        return None
    number = int(text)
    return number if 0 < number <= LARGEST_KEY else None
