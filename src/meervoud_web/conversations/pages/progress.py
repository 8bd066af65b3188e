"""How far the analysis is; leads on to the result by itself, with and without JavaScript."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from meervoud_web.analyses import actions as analyses_actions
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations import actions, rules
from meervoud_web.conversations.pages.finding import managed_or_404, seen_or_404
from meervoud_web.conversations.providers import arrivals
from meervoud_web.conversations.queries.refusals import failure_sentence

TOO_FEW = gettext_lazy(
    "Sinds de vorige uitkomst deden minder dan vijf mensen iets. Met een nieuwe uitkomst zou te zien zijn wat zij "
    "vonden. Zodra er genoeg is, komt de nieuwe uitkomst vanzelf."
)
LONG_WAIT = timedelta(minutes=1)
"""A worker that is there begins within seconds, unless it is busy with another analysis."""


@login_not_required
@require_safe
def progress(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Show how far it is. Whoever looks also helps: a job whose worker was killed is queued again."""
    seen = seen_or_404(request, conversation_id)
    analyses_actions.resume_abandoned()
    analysis = analyses.newest_analysis(seen.audience, seen.conversation.pk)
    if analysis is not None and analysis.state == Analysis.State.DONE:
        url = reverse("conversations:result", args=[conversation_id]) + seen.query
        return HttpResponseClientRedirect(url) if request.headers.get("HX-Request") else redirect(url)
    context = {
        "seen": seen,
        "conversation": seen.conversation,
        "analysis": analysis,
        "failure": failure_sentence(analysis.error)
        if analysis and analysis.state == Analysis.State.FAILED
        else "",
        "is_late": analysis is not None and _waits_long(analysis),
        "take_part": _take_part_at(conversation_id) if analysis is None else "",
        "may_manage": rules.may_manage(seen.person, seen.conversation),
    }
    return render(request, "conversations/progress.html", context)


def _take_part_at(conversation_id: int) -> str:
    """Where one takes part in a round that is open and has no result yet: it comes by itself."""
    return arrivals().take_part_at(conversation_id) if arrivals().is_open(conversation_id) else ""


def _waits_long(analysis: Analysis) -> bool:
    return analysis.state == Analysis.State.WAITING and timezone.now() - analysis.created_at > LONG_WAIT


@require_POST
def again(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Run the analysis once more."""
    conversation, person = managed_or_404(request, conversation_id)
    try:
        actions.analyse_conversation(conversation, by=person)
    except actions.TooFewChangesError:
        messages.info(request, TOO_FEW)
        return redirect(conversation)
    return redirect("conversations:progress", conversation_id)
