"""Say what was done with a round, put that right, or give a new date and say why."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from meervoud_web.rounds import actions
from meervoud_web.rounds.forms.preparing import AnswerForm, CorrectForm, PostponeForm
from meervoud_web.rounds.models import State
from meervoud_web.rounds.pages.finding import run_or_404
from meervoud_web.rounds.pages.preparing import CHANGED_MEANWHILE
from meervoud_web.rounds.queries.standing import standing_of

STILL_RUNNING = gettext_lazy("Mensen kunnen nog reageren. Sluit de ronde eerst; uw tekst is nog niet bewaard.")
ANSWERED_ALREADY = gettext_lazy(
    "Iemand anders heeft intussen al teruggekoppeld. Uw tekst is niet bewaard. Kopieer wat u wilt houden."
)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, round_id: int) -> HttpResponse:
    """Write what was done with what people said."""
    round_, person = run_or_404(request, round_id)
    if request.method != "POST" and (round_.state == State.ANSWERED or standing_of(round_) != "over"):
        return redirect("rounds:manage", round_.pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.answer_round(round_, by=person, answer=form.cleaned_data["answer"])
        except actions.StillRunningError:
            form.add_error(None, STILL_RUNNING)
        except actions.AnsweredAlreadyError:
            form.add_error(None, ANSWERED_ALREADY)
        else:
            messages.success(request, _("Iedereen kan nu lezen wat ermee is gedaan."))
            return redirect("rounds:manage", round_.pk)
    context = {"round": round_, "conversation": round_.conversation, "form": form}
    return render(request, "rounds/staff/answer.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, round_id: int) -> HttpResponse:
    """Put right what was told; what it said before stays to be read."""
    round_, person = run_or_404(request, round_id)
    if round_.state != State.ANSWERED:
        return redirect("rounds:manage", round_.pk)
    form = CorrectForm(
        request.POST if request.method == "POST" else None,
        initial={"answer": round_.answer, "version": round_.version},
    )
    if form.is_valid():
        try:
            actions.correct_answer(round_, by=person, **form.cleaned_data)
        except actions.ChangedMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("De verbetering is bewaard. Iedereen leest de nieuwe tekst."))
            return redirect("rounds:manage", round_.pk)
    context = {"round": round_, "conversation": round_.conversation, "form": form}
    return render(request, "rounds/staff/correct.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def postpone(request: HttpRequest, round_id: int) -> HttpResponse:
    """Promise a later date, with the reason."""
    round_, person = run_or_404(request, round_id)
    if round_.answer_by is None or round_.state in (State.DRAFT, State.ANSWERED):
        return redirect("rounds:manage", round_.pk)
    form = PostponeForm(request.POST if request.method == "POST" else None, promised=round_.answer_by)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.postpone_answer(round_, by=person, until=given["until"], reason=given["reason"])
        except actions.AnsweredAlreadyError:
            form.add_error(None, ANSWERED_ALREADY)
        else:
            messages.success(request, _("De nieuwe datum staat nu overal, met de reden."))
            return redirect("rounds:manage", round_.pk)
    context = {"round": round_, "conversation": round_.conversation, "form": form}
    return render(request, "rounds/staff/postpone.html", context, status=422 if form.is_bound else 200)
