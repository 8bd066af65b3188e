"""One statement at a time: react, change one's mind, stop and go on later."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meervoud_web.conversations import rules as conversation_rules
from meervoud_web.conversations.queries.routes import statement_to_show
from meervoud_web.rounds import actions
from meervoud_web.rounds.pages.answers import request_id_of, see_other
from meervoud_web.rounds.pages.door import Visit, of_a_round
from meervoud_web.rounds.queries.reactions import is_important_to, last_reacted_to, next_for, reactions_of

REACTIONS = {"eens": 1, "oneens": -1, "weet-ik-niet": 0, "terug": None}
LARGEST_KEY = 2**63 - 1


@dataclass(frozen=True)
class _Sent:
    statement: int
    value: int | None
    is_important: bool
    request_id: UUID


@of_a_round("GET", "POST")
def statement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show a statement, or take in what somebody says to it."""
    if not visit.device:
        return see_other("rounds:welcome", visit.round.code, note=request.GET.get("let-op", ""))
    if request.method == "POST":
        return _react(visit, _sent(request))
    if not visit.round.is_open:
        return redirect("rounds:welcome", code=visit.round.code)
    done = reactions_of(visit.participation)
    chosen = _number(request.GET.get("stelling", ""))
    asked = statement_to_show(visit.round.conversation_id, chosen) if chosen else None
    asked = asked or next_for(visit.round, device=visit.device, participation=visit.participation, done=done)
    if asked is None:
        return redirect("rounds:thanks", code=visit.round.code)
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "asked": asked,
        "said": done.get(asked.pk),
        "is_important": asked.pk in done and is_important_to(visit.participation, asked.pk),
        "count": len(done),
        "last": last_reacted_to(visit.participation),
        "request_id": uuid4(),
        "undo_id": uuid4(),
        "note": request.GET.get("let-op", ""),
    }
    return render(request, "rounds/take/statement.html", context)


@of_a_round("GET")
def thanks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Thank somebody who is done, or stops for now, and say what comes next."""
    done = reactions_of(visit.participation)
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "count": len(done),
        "more": visit.round.is_open
        and bool(visit.device)
        and next_for(visit.round, device=visit.device, participation=visit.participation, done=done),
        "has_result": conversation_rules.is_open(visit.round.conversation),
    }
    return render(request, "rounds/take/thanks.html", context)


def _react(visit: Visit, sent: _Sent) -> HttpResponse:
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
        return see_other("rounds:statement", code, note="weg")
    except actions.NotTakingPartError:
        return see_other("rounds:welcome", code, note="teruggenomen")
    if sent.value is None:
        return see_other("rounds:statement", code, stelling=str(sent.statement))
    return see_other("rounds:statement", code)


def _sent(request: HttpRequest) -> _Sent:
    word, statement_id = request.POST.get("reactie", ""), _number(request.POST.get("stelling", ""))
    if word not in REACTIONS or statement_id is None:
        raise BadRequest
    return _Sent(
        statement=statement_id,
        value=REACTIONS[word],
        is_important=request.POST.get("belangrijk") == "1" and REACTIONS[word] is not None,
        request_id=request_id_of(request),
    )


def _number(text: str) -> int | None:
    if not text.isascii() or not text.isdigit() or len(text) > len(str(LARGEST_KEY)):
        return None
    number = int(text)
    return number if 0 < number <= LARGEST_KEY else None
