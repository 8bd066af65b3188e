"""One's own reactions, all of them: to read back, to change, to take back. Only on the device that gave them."""

from __future__ import annotations

from uuid import uuid4

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meervoud_web.conversations.queries.open_statements import Said, said_by
from meervoud_web.rounds.models import Participation
from meervoud_web.rounds.pages.answers import see_other
from meervoud_web.rounds.pages.door import Visit, of_a_round
from meervoud_web.rounds.pages.reacting import Sent, number_in, react, sent_in

ON_A_PAGE = 50


@of_a_round("GET", "POST")
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what somebody said so far, or change one of it."""
    if visit.participation is None:
        return redirect("rounds:welcome", code=visit.round.code)
    page_number = str(number_in(request.GET.get("pagina", "")) or 1)
    if request.method == "POST":
        response = _change(visit, sent_in(request), page_number=page_number)
    else:
        response = _page(request, visit, visit.participation, page_number=page_number)
    response["Cache-Control"] = "private, no-store"
    return response


def _page(request: HttpRequest, visit: Visit, mine: Participation, *, page_number: str) -> HttpResponse:
    page = Paginator(said_by(mine.participant_id), ON_A_PAGE).get_page(page_number)
    said: list[Said] = list(page)
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "entries": page,
        "reactions": [(one, uuid4()) for one in said],
        "note": request.GET.get("let-op", ""),
        "changed": number_in(request.GET.get("stelling", "")),
    }
    return render(request, "rounds/take/mine.html", context)


def _change(visit: Visit, sent: Sent, *, page_number: str) -> HttpResponse:
    refused = react(visit, sent, gone="rounds:mine")
    if refused is not None:
        return refused
    note = "terug" if sent.value is None else "veranderd"
    response = see_other(
        "rounds:mine", visit.round.code, note=note, stelling=str(sent.statement), pagina=page_number
    )
    response["Location"] += "#done" if sent.value is None else f"#s{sent.statement}"
    return response
