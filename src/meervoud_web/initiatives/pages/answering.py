"""A proposal, its answer with the reason, and the one reaction to that."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.initiatives import actions, rules
from meervoud_web.initiatives.forms import AnswerForm, NumberForm, ReactForm
from meervoud_web.initiatives.models import Proposal, ProposalState
from meervoud_web.initiatives.pages.finding import CHANGED_MEANWHILE, own_proposal_or_404, proposal_or_404
from meervoud_web.people.models import Person


@require_safe
def proposal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a proposal with its versions, its answers and what was said of them."""
    found, person = proposal_or_404(request, slug, pk)
    return _show(request, found, person)


@require_POST
def answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say what is done with it, and why."""
    found, person = proposal_or_404(request, slug, pk)
    if not rules.may_answer(person, found):
        raise PermissionDenied
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_proposal(found, by=person, words=form.words(), number=form.cleaned_data["number"])
        except actions.AnsweredMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("Uw antwoord is bewaard. Wie dit voorstelde, krijgt er een mail over."))
            return redirect(found)
    return _show(request, found, person, status=422, answer_form=form)


@require_POST
def react(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """React once to the answer, and perhaps ask that somebody else looks again."""
    found, person = own_proposal_or_404(request, slug, pk)
    form = ReactForm(request.POST)
    if not form.is_valid():
        return _show(request, found, person, status=422, react_form=form)
    try:
        actions.react(found, by=person, **form.cleaned_data)
    except actions.RewrittenMeanwhileError:
        messages.warning(request, _("U kunt één keer reageren, en dat is al gebeurd."))
    else:
        messages.success(request, _("Uw reactie is bewaard."))
    return redirect(found)


def _show(
    request: HttpRequest, found: Proposal, person: Person, *, status: int = 200, **forms: Any
) -> HttpResponse:
    owns, seen = rules.owns(person, found), {"number": found.newest.number}
    context = {
        "challenge": found.challenge,
        "proposal": found,
        "newest": found.newest,
        "earlier": [one for one in found.versions.all() if one.number != found.newest.number],
        "answers": found.answers.all(),
        "owns": owns,
        "may_change": owns and found.state == ProposalState.OPEN,
        "may_read_names": person.works_here,
        "number_form": NumberForm(initial=seen),
        "answer_form": AnswerForm(initial=seen) if found.waits and rules.may_answer(person, found) else None,
        "react_form": ReactForm() if owns and found.state == ProposalState.ANSWERED else None,
        "thread": thread_of(thing_of(found), person=person),
    }
    return render(request, "initiatives/proposal.html", context | forms, status=status)
