"""A statement of one's own: first a look at what is there already and at what it gives away."""

from __future__ import annotations

import hashlib
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from meervoud_web.rounds import actions
from meervoud_web.rounds.forms.taking_part import OwnStatementForm
from meervoud_web.rounds.pages.answers import request_id_of, see_other
from meervoud_web.rounds.pages.door import Visit, of_a_round
from meervoud_web.rounds.queries.looked_over import LookedOver, look_over


@of_a_round("GET", "POST")
def own(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take in a statement; once it was looked over, whoever wrote it decides."""
    if not visit.device or not (visit.round.is_open or request.method == "POST"):
        return redirect("rounds:welcome", code=visit.round.code)
    if request.method == "GET" and "binnen" in request.GET:
        return _received(request, visit)
    form = OwnStatementForm(request.POST if request.method == "POST" else None)
    found = LookedOver([], [])
    if form.is_valid():
        text = form.cleaned_data["tekst"]
        if request.POST.get("gezien") != _mark(text):
            found = look_over(text, visit.round)
        if not found:
            try:
                return _submit(request, visit, text)
            except actions.TooManyStatementsError:
                form.add_error(None, _("U gaf al twintig stellingen. Meer kan niet; reageren op andere kan wel."))
        return _page(request, visit, form, found=found, mark=_mark(text))
    return _page(request, visit, form, found=found, mark="")


def _page(
    request: HttpRequest, visit: Visit, form: OwnStatementForm, *, found: LookedOver, mark: str
) -> HttpResponse:
    is_post = request.method == "POST"
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "form": form,
        "found": found,
        "mark": mark,
        "request_id": request_id_of(request) if is_post else uuid4(),
    }
    return render(request, "rounds/take/own.html", context, status=422 if is_post and form.errors else 200)


def _submit(request: HttpRequest, visit: Visit, text: str) -> HttpResponse:
    request_id = request_id_of(request)
    try:
        mine = visit.participation or actions.participate(visit.round, device=visit.device)
        actions.submit(mine, text=text, request_id=request_id)
    except actions.RoundIsNotOpenError:
        return see_other("rounds:welcome", visit.round.code, note="te-laat")
    return see_other("rounds:own", visit.round.code, binnen="ja")


def _received(request: HttpRequest, visit: Visit) -> HttpResponse:
    newest = visit.participation and visit.participation.submissions.order_by("-pk").first()
    if newest is None:
        return redirect("rounds:own", code=visit.round.code)
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "submission": newest,
    }
    return render(request, "rounds/take/own_received.html", context)


def _mark(text: str) -> str:
    """Tell whether a text is still the one that was looked over."""
    return hashlib.sha256(text.encode()).hexdigest()
