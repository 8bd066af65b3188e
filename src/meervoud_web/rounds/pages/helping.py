"""Hulpvragen: who asked, where it was brought, and when. Only for who reads for the round."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.rounds import actions
from meervoud_web.rounds.forms.moderating import ForwardForm
from meervoud_web.rounds.models import HelpRequest, Round
from meervoud_web.rounds.pages.finding import moderated_or_404
from meervoud_web.rounds.queries import moderating


@require_safe
def help_requests(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show who waits for help, the longest first, and what was closed."""
    round_, _person = moderated_or_404(request, round_id)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "waiting": moderating.help_of(round_),
        "closed": moderating.help_of(round_, closed=True),
    }
    return render(request, "rounds/staff/help_requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def forward(request: HttpRequest, round_id: int, help_id: int) -> HttpResponse:
    """Write down who brought it where."""
    round_, person = moderated_or_404(request, round_id)
    asked = _help_or_404(round_, help_id)
    form = ForwardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.forward(asked, by=person, to=form.cleaned_data["to"], note=form.cleaned_data["note"])
        messages.success(request, _("Opgeschreven: doorgegeven aan %(to)s.") % {"to": form.cleaned_data["to"]})
        return redirect("rounds:help_requests", round_.pk)
    context = {"round": round_, "conversation": round_.conversation, "asked": asked, "form": form}
    return render(request, "rounds/staff/forward.html", context, status=422 if form.is_bound else 200)


@require_POST
def close_help_request(request: HttpRequest, round_id: int, help_id: int) -> HttpResponse:
    """Say that a hulpvraag is where it should be."""
    round_, person = moderated_or_404(request, round_id)
    try:
        actions.close_help_request(_help_or_404(round_, help_id), by=person)
    except actions.NotForwardedError:
        messages.warning(request, _("Schrijf eerst op aan wie u deze hulpvraag doorgaf."))
    else:
        messages.success(request, _("De hulpvraag is afgerond."))
    return redirect("rounds:help_requests", round_.pk)


def _help_or_404(round_: Round, help_id: int) -> HelpRequest:
    asked = HelpRequest.objects.select_related("round__conversation__challenge").filter(pk=help_id, round=round_)
    if (found := asked.first()) is None:
        raise Http404
    return found
