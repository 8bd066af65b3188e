"""Where help is: at once, before anything is asked."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from meervoud_web.people.actions import TooManyAttemptsError
from meervoud_web.people.actions.attempts import address_of
from meervoud_web.rounds.actions.ask_for_help import ask_for_help
from meervoud_web.rounds.forms.taking_part import LONGEST_CRY, HelpForm
from meervoud_web.rounds.pages.answers import request_id_of, see_other
from meervoud_web.rounds.pages.door import Visit, of_a_round
from meervoud_web.ui.addresses import public_address


@of_a_round("GET", "POST", also_before_beginning=True)
def help_(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show who to call; a message to the municipality is possible and not needed."""
    brought = request.method == "POST" and request.POST.get("stap") == "overnemen"
    if brought:  # the words that somebody was about to send as a statement come along; nothing is sent yet
        form = HelpForm(initial={"tekst": request.POST.get("tekst", "")[:LONGEST_CRY]})
    else:
        form = HelpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _ask(request, visit, form)
        except TooManyAttemptsError:
            form.add_error(
                None, _("Er kwamen vanaf deze plek te veel berichten. Bel een van de nummers hierboven.")
            )
    context = {
        "visit": visit,
        "round": visit.round,
        "conversation": visit.round.conversation,
        "form": form,
        "is_received": "binnen" in request.GET,
        "request_id": request_id_of(request) if form.is_bound else uuid4(),
    }
    return render(request, "rounds/take/help.html", context, status=422 if form.errors else 200)


def _ask(request: HttpRequest, visit: Visit, form: HelpForm) -> HttpResponse:
    ask_for_help(
        visit.round,
        text=form.cleaned_data["tekst"],
        contact=form.cleaned_data["contact"],
        request_id=request_id_of(request),
        address=address_of(request),
        staff_page=public_address(request, reverse("rounds:help_requests", args=[visit.round.pk])),
    )
    return see_other("rounds:help", visit.round.code, binnen="ja")
