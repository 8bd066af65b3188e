"""Open a result for everyone, close it again, and name its groups."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations import actions
from meervoud_web.conversations.forms import GroupNamesForm
from meervoud_web.conversations.models import Audience
from meervoud_web.conversations.pages.finding import managed_or_404
from meervoud_web.conversations.queries.conversations import given_names_of, result_of
from meervoud_web.conversations.queries.result import group_names


@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Ask whether everyone may read it, and open it."""
    conversation, person = managed_or_404(request, conversation_id)
    if request.method == "POST":
        actions.open_to_public(conversation, by=person)
        messages.success(request, _("Iedereen kan deze uitkomst nu lezen. U kunt dat altijd terugdraaien."))
        return redirect(conversation)
    return render(request, "conversations/open.html", {"conversation": conversation})


@require_http_methods(["GET", "HEAD", "POST"])
def close_round(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Ask whether to take it back from everyone, and do so."""
    conversation, person = managed_or_404(request, conversation_id)
    if request.method == "POST":
        actions.close_to_public(conversation, by=person)
        messages.success(request, _("Alleen wie hier werkt, kan deze uitkomst nog lezen."))
        return redirect(conversation)
    return render(request, "conversations/close.html", {"conversation": conversation})


@require_http_methods(["GET", "HEAD", "POST"])
def name_groups(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Let staff call the groups by a name of their own, for themselves or for everyone."""
    conversation, person = managed_or_404(request, conversation_id)
    audience = Audience.EVERYONE if request.GET.get("voor") == "iedereen" else Audience.STAFF
    analysis = analyses.newest_result(audience, conversation.pk)
    if analysis is None or not (groups := result_of(analysis).groups):
        raise Http404
    given = given_names_of(conversation, audience)
    form = GroupNamesForm(
        request.POST if request.method == "POST" else None,
        letters=group_names(result_of(analysis), {}),
        initial={f"group-{group.id}": given.get(group.id, "") for group in groups},
    )
    if form.is_valid():
        actions.name_groups(conversation, audience=audience, names=form.names(), by=person)
        messages.success(request, _("De namen van de groepen zijn bewaard."))
        query = "?voor=iedereen" if audience == Audience.EVERYONE else ""
        return redirect(reverse("conversations:result", args=[conversation_id]) + query)
    context = {"conversation": conversation, "form": form, "is_for_everyone": audience == Audience.EVERYONE}
    return render(request, "conversations/groups.html", context)
