"""Read what people bring in, and decide about it."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.people.models import Person
from meervoud_web.rounds import actions
from meervoud_web.rounds.forms.moderating import MergeForm, RedactForm, RefuseForm
from meervoud_web.rounds.models import Round, Rule, Submission, SubmissionState
from meervoud_web.rounds.pages.finding import moderated_or_404
from meervoud_web.rounds.queries import moderating

DECIDED_ALREADY = gettext_lazy(
    "Iemand anders las deze stelling al, of de indiener nam haar terug. Uw keuze is niet bewaard."
)
DONE = {
    "refuse": gettext_lazy("De stelling wordt niet getoond. De indiener leest waarom."),
    "redact": gettext_lazy("De persoonsgegevens zijn weg en de stelling doet mee."),
    "merge": gettext_lazy("De stelling is samengevoegd."),
}


@require_safe
def queue(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show what waits: first who needs help, then the oldest promise."""
    round_, person = moderated_or_404(request, round_id)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "help": moderating.help_of(round_),
        "waiting": moderating.queue_of(round_),
        "appeals": moderating.appeals_of(round_, person),
        "decided": moderating.decided_lately(round_),
    }
    return render(request, "rounds/staff/queue.html", context)


@require_POST
def accept(request: HttpRequest, round_id: int, submission_id: int) -> HttpResponse:
    """Let a statement take part."""
    return _at_once(request, round_id, submission_id, act=actions.accept, said=_("De stelling doet mee."))


@require_POST
def put_back(request: HttpRequest, round_id: int, submission_id: int) -> HttpResponse:
    """Undo a decision."""
    said = _("De keuze is teruggedraaid. De stelling wacht weer.")
    return _at_once(request, round_id, submission_id, act=actions.put_back, said=said)


@require_POST
def hand_over(request: HttpRequest, round_id: int, submission_id: int) -> HttpResponse:
    """Treat a statement as somebody who asks for help."""
    round_, person = moderated_or_404(request, round_id)
    submission = _submission_or_404(round_, submission_id)
    try:
        actions.hand_over(submission, by=person)
    except actions.DecidedAlreadyError:
        messages.warning(request, DECIDED_ALREADY)
        return redirect("rounds:queue", round_.pk)
    messages.success(request, _("Dit is nu een hulpvraag. Geef die door aan wie kan helpen."))
    return redirect("rounds:help_requests", round_.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, round_id: int, submission_id: int) -> HttpResponse:
    """Show one statement with everything that can be decided about it."""
    round_, person = moderated_or_404(request, round_id)
    submission = _submission_or_404(round_, submission_id)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    if submission.state != SubmissionState.WAITING:
        messages.warning(request, DECIDED_ALREADY)
        return redirect("rounds:queue", round_.pk)
    statements = moderating.like(submission)
    bound = {name: request.POST if act == name else None for name in ("refuse", "redact", "merge")}
    context: dict[str, object] = {
        "round": round_,
        "conversation": round_.conversation,
        "submission": submission,
        "clock": moderating.clock(submission.due_at),
        "personal": moderating.kinds_of_personal(submission.text),
        "statements": statements,
    }
    asked = {
        "refuse": RefuseForm(bound["refuse"], auto_id="refuse_%s"),
        "redact": RedactForm(
            bound["redact"], original=submission.text, initial={"text": submission.text}, auto_id="redact_%s"
        ),
        "merge": MergeForm(bound["merge"], statements=statements, auto_id="merge_%s"),
    }
    if act in asked and asked[act].is_valid():
        return _decided(request, submission, person=person, act=act, form=asked[act])
    context.update({f"{name}_form": form for name, form in asked.items()})
    return render(request, "rounds/staff/decide.html", context, status=422 if request.method == "POST" else 200)


def _decided(
    request: HttpRequest, submission: Submission, *, person: Person, act: str, form: forms.Form
) -> HttpResponse:
    given = form.cleaned_data
    try:
        if act == "refuse":
            explanation = given["explanation"]
            actions.refuse(submission, by=person, rule=Rule(given["rule"]), explanation=explanation)
        elif act == "redact":
            actions.redact(submission, by=person, text=given["text"])
        else:
            actions.merge(submission, by=person, statement_id=given["statement"])
    except actions.DecidedAlreadyError:
        messages.warning(request, DECIDED_ALREADY)
    except actions.NoSuchTargetError:
        messages.warning(request, _("Die andere stelling doet niet meer mee. Er is niets veranderd."))
        return redirect("rounds:decide", submission.round_id, submission.pk)
    else:
        messages.success(request, DONE[act])
    return redirect("rounds:queue", submission.round_id)


def _at_once(
    request: HttpRequest, round_id: int, submission_id: int, *, act: Callable[..., None], said: str
) -> HttpResponse:
    round_, person = moderated_or_404(request, round_id)
    submission = _submission_or_404(round_, submission_id)
    try:
        act(submission, by=person)
    except actions.DecidedAlreadyError:
        messages.warning(request, DECIDED_ALREADY)
    else:
        messages.success(request, said)
    return redirect("rounds:queue", round_.pk)


def _submission_or_404(round_: Round, submission_id: int) -> Submission:
    submission = moderating.submission_of(round_, submission_id)
    if submission is None:
        raise Http404
    return submission
