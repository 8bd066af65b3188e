"""The follow code to keep, and leaving a device as if one was never there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meervoud_web.rounds.pages.answers import see_other
from meervoud_web.rounds.pages.door import Visit, let_go, of_a_round
from meervoud_web.rounds.queries.spoken import spoken


@of_a_round("GET")
def code(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the follow code: large, and as one says it aloud."""
    if visit.participation is None:
        return redirect("rounds:welcome", code=visit.round.code)
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "spoken": spoken(visit.follow_code or ""),
    }
    response = render(request, "rounds/take/code.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@of_a_round("GET", "POST")
def done(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take the cookie away, after saying what is lost without the follow code."""
    if request.method == "POST":
        response = see_other("rounds:welcome", visit.round.code, note="klaar")
        let_go(response)
        return response
    context = {"visit": visit, "round": visit.round, "conversation": visit.round.conversation}
    return render(request, "rounds/take/done.html", context)
