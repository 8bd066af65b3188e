"""Residents and partners propose a round; who works here takes it up, or says why not."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.queries import challenge_for
from meervoud_web.people.actions.attempts import TooManyAttemptsError, address_of
from meervoud_web.people.visitor import visitor
from meervoud_web.rounds import actions, rules
from meervoud_web.rounds.codes import proposal_follow_code
from meervoud_web.rounds.forms.moderating import AnswerProposalForm, ProposeForm
from meervoud_web.rounds.pages.finding import prepared_or_404
from meervoud_web.rounds.queries.proposals import is_late, proposals_for


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a proposal, and give the code with which the answer can be read: shown once, kept nowhere."""
    person = visitor(request)
    challenge = challenge_for(person, slug)
    if challenge is None or not rules.may_propose(person, challenge):
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = ProposeForm(given, initial={"key": secrets.token_urlsafe(32)})
    context = {"challenge": challenge, "form": form}
    if not form.is_valid():
        return render(request, "rounds/propose.html", context, status=422 if form.is_bound else 200)
    code = proposal_follow_code(form.cleaned_data["key"])
    try:
        proposal = actions.propose_round(
            challenge,
            question=form.cleaned_data["question"],
            reason=form.cleaned_data["reason"],
            follow_code=code,
            address=address_of(request),
        )
    except TooManyAttemptsError:
        form.add_error(None, _("Er kwamen net veel voorstellen binnen. Probeer het over een kwartier nog eens."))
        return render(request, "rounds/propose.html", context, status=429)
    return render(request, "rounds/proposed.html", {"challenge": challenge, "proposal": proposal, "code": code})


@require_safe
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was proposed; what waits longest for its answer first."""
    challenge, _person = prepared_or_404(request, slug)
    found = list(proposals_for(challenge))
    context = {
        "challenge": challenge,
        "waiting": [(one, is_late(one)) for one in found if one.is_taken_up is None],
        "answered": [one for one in found if one.is_taken_up is not None],
    }
    return render(request, "rounds/staff/proposals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer_proposal(request: HttpRequest, slug: str, proposal_id: int) -> HttpResponse:
    """Answer somebody who proposed a round; taking it up makes a draft."""
    challenge, person = prepared_or_404(request, slug)
    proposal = proposals_for(challenge).filter(pk=proposal_id).first()
    if proposal is None:
        raise Http404
    form = AnswerProposalForm(request.POST if request.method == "POST" else None)
    if proposal.is_taken_up is None and form.is_valid():
        given = form.cleaned_data
        try:
            round_ = actions.answer_proposal(
                proposal, by=person, is_taken_up=given["is_taken_up"], answer=given["answer"]
            )
        except actions.ProposalAnsweredError:
            proposal.refresh_from_db()
        else:
            if round_ is not None:
                messages.success(request, _("Er staat een concept klaar met deze vraag. Vul het aan."))
                return redirect("rounds:manage", round_.pk)
            messages.success(request, _("Uw antwoord is bewaard. Wie het voorstelde, leest het met de volgcode."))
            return redirect("rounds:proposals", challenge.slug)
    if proposal.is_taken_up is not None:
        messages.warning(request, _("Dit voorstel heeft al een antwoord."))
        return redirect("rounds:proposals", challenge.slug)
    context = {"challenge": challenge, "proposal": proposal, "is_late": is_late(proposal), "form": form}
    return render(request, "rounds/staff/answer_proposal.html", context, status=422 if form.is_bound else 200)
