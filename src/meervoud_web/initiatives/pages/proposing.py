"""Proposing a trial or a point for the agenda, and all that one proposed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.initiatives import actions, rules
from meervoud_web.initiatives.forms import NumberForm, ProposeForm, RewriteForm
from meervoud_web.initiatives.models import ProposalKind, ProposalState
from meervoud_web.initiatives.pages.finding import CHANGED_MEANWHILE, own_proposal_or_404, sources_of
from meervoud_web.initiatives.queries.proposals import proposals_of, proposed_by
from meervoud_web.people.visitor import person_of


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What I propose: over all challenges, with what became of it, and what else I brought in."""
    person = person_of(request)
    context = {
        "proposals": proposed_by(person),
        "sightings": person.sightings.select_related("challenge"),
    }
    return render(request, "initiatives/mine.html", context)


@require_safe
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """List what is proposed in a challenge, as far as this person may read it."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.reads_along(person, challenge):
        raise PermissionDenied
    found = list(proposals_of(challenge, person=person))
    context = {
        "challenge": challenge,
        "waiting": [one for one in found if one.waits],
        "settled": [one for one in found if not one.waits],
        "may_propose": rules.may_propose(person, challenge),
    }
    return render(request, "initiatives/proposals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose something. ``?bron=sighting:12`` names what gave the idea."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_propose(person, challenge):
        raise PermissionDenied
    form = ProposeForm(request.POST or None)
    if form.is_valid():
        made = actions.propose(
            challenge,
            by=person,
            kind=ProposalKind(form.cleaned_data["kind"]),
            words=form.words(),
            sources=sources_of(request),
            request_id=form.sent_as,
        )
        messages.success(request, _("Dank u wel. Uw voorstel is binnen; hieronder staat wanneer u antwoord hebt."))
        return redirect(made)
    context = {"challenge": challenge, "form": form}
    return render(request, "initiatives/propose.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def rewrite(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write a proposal otherwise, with the reason, as long as nobody answered."""
    found, person = own_proposal_or_404(request, slug, pk)
    if found.state != ProposalState.OPEN:
        return redirect(found)
    newest = found.newest
    seen = {"what": newest.what, "why": newest.why, "how": newest.how, "number": newest.number}
    form = RewriteForm(request.POST or None, initial=seen)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.rewrite_proposal(
                found, by=person, words=form.words(), reason=given["reason"], number=given["number"]
            )
        except actions.RewrittenMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("Uw voorstel is veranderd. De dag van het antwoord blijft dezelfde."))
            return redirect(found)
    context = {"challenge": found.challenge, "proposal": found, "form": form}
    return render(request, "initiatives/rewrite.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a proposal back, as long as nobody answered."""
    found, person = own_proposal_or_404(request, slug, pk)
    form = NumberForm(request.POST)
    try:
        if form.is_valid():
            actions.withdraw_proposal(found, by=person, number=form.cleaned_data["number"])
            messages.success(request, _("Uw voorstel is ingetrokken."))
    except actions.RewrittenMeanwhileError:
        messages.warning(
            request, _("Dit voorstel is intussen veranderd of beantwoord. Hieronder ziet u hoe het is.")
        )
    return redirect(found)
