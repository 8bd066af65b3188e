"""One statement at a time: react, change one's mind, stop and go on later."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meervoud_web.conversations import rules as conversation_rules
from meervoud_web.conversations.queries.routes import statement_to_show
from meervoud_web.rounds.pages.answers import see_other
from meervoud_web.rounds.pages.door import Visit, of_a_round
from meervoud_web.rounds.pages.reacting import Sent, number_in, react, sent_in
from meervoud_web.rounds.queries.reactions import is_important_to, last_reacted_to, next_for, reactions_of


@of_a_round("GET", "POST")
def statement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show a statement, or take in what somebody says to it."""
    if not visit.device:
        return see_other("rounds:welcome", visit.round.code, note=request.GET.get("let-op", ""))
    if request.method == "POST":
        return _take_in(visit, sent_in(request))
    if not visit.round.is_open:
        return redirect("rounds:welcome", code=visit.round.code)
    done = reactions_of(visit.participation)
    chosen = number_in(request.GET.get("stelling", ""))
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


def _take_in(visit: Visit, sent: Sent) -> HttpResponse:
    refused = react(visit, sent, gone="rounds:statement")
    if refused is not None:
        return refused
    if sent.value is None:
        return see_other("rounds:statement", visit.round.code, stelling=str(sent.statement))
    return see_other("rounds:statement", visit.round.code)
