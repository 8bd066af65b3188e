"""A round for who runs it: how far it is, what waits, and the next step."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.conversations import rules as conversation_rules
from meervoud_web.conversations.queries.assurance import is_for_the_room
from meervoud_web.conversations.queries.open_statements import open_statements
from meervoud_web.conversations.queries.seeds import amounts
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import State
from meervoud_web.rounds.pages.finding import run_or_404
from meervoud_web.rounds.queries.overview import waits_of
from meervoud_web.rounds.queries.preparing import checklist, has_reactions, missing
from meervoud_web.rounds.queries.standing import standing_of
from meervoud_web.ui.addresses import public_address


@require_safe
def manage(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show how far a round is, and what to do next."""
    round_, _person = run_or_404(request, round_id)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "standing": "draft" if round_.state == State.DRAFT else standing_of(round_),
        "checklist": checklist(round_),
        "missing": missing(round_),
        "waits": waits_of([round_.pk])[round_.pk],
        "amounts": amounts(round_.conversation_id),
        "statements": open_statements(round_.conversation_id),
        "is_for_the_room": is_for_the_room(round_.conversation),
        "address": public_address(request, round_.get_absolute_url()),
        "everyone_comes_in": round_.conversation.challenge.is_public,
        "has_result": conversation_rules.is_open(round_.conversation),
        "touched": has_reactions(round_),
    }
    return render(request, "rounds/staff/manage.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: HttpRequest, round_id: int) -> HttpResponse:
    """Ask whether it may open, and open it; or say what is missing."""
    round_, person = run_or_404(request, round_id)
    lacks = missing(round_) if round_.state == State.DRAFT else []
    if request.method == "POST" and not lacks:
        try:
            actions.open_round(round_, by=person)
        except actions.NotReadyError as error:
            lacks = list(error.missing)
        else:
            messages.success(request, _("De stellingenronde is open. Deel de link of hang het affiche op."))
            return redirect("rounds:manage", round_.pk)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "missing": lacks,
        "is_for_the_room": is_for_the_room(round_.conversation),
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "rounds/staff/open.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def close_round(request: HttpRequest, round_id: int) -> HttpResponse:
    """Ask whether it may close, and close it."""
    round_, person = run_or_404(request, round_id)
    if request.method == "POST":
        actions.close_round(round_, by=person)
        messages.success(request, _("De stellingenronde is gesloten. Laat nu weten wat ermee is gedaan."))
        return redirect("rounds:manage", round_.pk)
    if round_.state != State.OPEN:
        return redirect("rounds:manage", round_.pk)
    return render(request, "rounds/staff/close.html", {"round": round_, "conversation": round_.conversation})
