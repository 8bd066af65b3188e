"""The first page of a round: what one should know before anything is asked, and the button to begin."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meervoud_web.conversations import rules as conversation_rules
from meervoud_web.conversations.queries.wording import assurance_beforehand, assurance_sentence
from meervoud_web.people.codes import plain
from meervoud_web.people.door import open_door
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Round, State
from meervoud_web.rounds.pages.answers import see_other
from meervoud_web.rounds.pages.door import Visit, of_a_round, remember
from meervoud_web.rounds.queries.standing import standing_of

LONGEST_TYPED = 40


@open_door("GET")
def find(request: HttpRequest) -> HttpResponse:
    """Ask for the code on a poster and go to its round."""
    typed = request.GET.get("code", "")[:LONGEST_TYPED]
    code = plain(typed)
    if code and Round.objects.filter(code=code).exclude(state=State.DRAFT).exists():
        return redirect("rounds:welcome", code=code)
    return render(
        request, "rounds/take/find.html", {"typed": typed, "is_unknown": bool(typed)}, status=404 if typed else 200
    )


@of_a_round("GET", "POST", also_before_beginning=True)
def welcome(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say what there is to know; begin when somebody wants to take part."""
    if request.method == "POST":
        return _begin(visit)
    round_ = visit.round
    conversation = round_.conversation
    standing = standing_of(round_)
    says_how_hard = assurance_beforehand if standing in {"open", "soon"} else assurance_sentence
    context = {
        "visit": visit,
        "round": round_,
        "conversation": conversation,
        "standing": standing,
        "assurance": says_how_hard(conversation.assurance),
        "has_result": conversation_rules.is_open(conversation),
        "note": request.GET.get("let-op", ""),
    }
    return render(request, "rounds/take/welcome.html", context)


def _begin(visit: Visit) -> HttpResponse:
    if not visit.round.is_open:
        return redirect("rounds:welcome", code=visit.round.code)
    # Nothing is written down before the first reaction: who only looks leaves no trace.
    response = see_other("rounds:statement", visit.round.code, note="" if visit.device else "cookie")
    remember(response, device=visit.device or new_device_secret())
    return response
