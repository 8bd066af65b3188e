"""Look again at a statement that was not shown."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.rounds import actions, rules
from meervoud_web.rounds.forms.moderating import AppealForm
from meervoud_web.rounds.models import Appeal, SubmissionState
from meervoud_web.rounds.pages.finding import moderated_or_404
from meervoud_web.rounds.pages.moderating import DECIDED_ALREADY


@require_http_methods(["GET", "HEAD", "POST"])
def look_again(request: HttpRequest, round_id: int, appeal_id: int) -> HttpResponse:
    """Show the statement, why it is not shown, and why somebody thinks otherwise; take the answer."""
    round_, person = moderated_or_404(request, round_id)
    appeal = (
        Appeal.objects.select_related("submission__round__conversation__challenge").filter(pk=appeal_id).first()
    )
    if appeal is None or appeal.submission.round_id != round_.pk:
        raise Http404
    if appeal.is_granted is not None or appeal.submission.state != SubmissionState.REFUSED:
        messages.warning(request, DECIDED_ALREADY)
        return redirect("rounds:queue", round_.pk)
    form = AppealForm(request.POST if request.method == "POST" else None)
    may_answer = rules.may_answer(person, appeal)
    if may_answer and form.is_valid():
        given = form.cleaned_data
        try:
            actions.answer_appeal(appeal, by=person, is_granted=given["is_granted"], answer=given["answer"])
        except (actions.DecidedAlreadyError, actions.OwnDecisionError):
            messages.warning(request, DECIDED_ALREADY)
        else:
            messages.success(request, _("Uw antwoord is bewaard. De indiener leest het met de volgcode."))
        return redirect("rounds:queue", round_.pk)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "appeal": appeal,
        "form": form,
        "may_answer": may_answer,
    }
    status = 422 if request.method == "POST" and may_answer else 403 if request.method == "POST" else 200
    return render(request, "rounds/staff/look_again.html", context, status=status)
