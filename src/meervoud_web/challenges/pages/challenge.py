"""The front page, and the page of a challenge."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges import actions, queries, rules
from meervoud_web.challenges.forms import ChallengeForm, EditChallengeForm, MunicipalityForm
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import front_panels_for, panels_for
from meervoud_web.people.visitor import person_of, visitor

CHANGED_MEANWHILE = gettext_lazy(
    "Iemand anders heeft deze opgave intussen veranderd. Uw tekst is nog niet bewaard. "
    "Open de opgave in een nieuw tabblad, bekijk wat er anders is en neem over wat u wilt houden."
)


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show which municipality this is and what it works on."""
    person = visitor(request)
    context = {
        "challenges": queries.challenges_for(person),
        "panels": front_panels_for(person),
        "may_start": rules.may_edit_challenges(person),
    }
    return render(request, "challenges/front.html", context)


@login_not_required
@require_safe
def challenge(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a challenge, and what other apps have to say about it."""
    person = visitor(request)
    found = _challenge_or_404(request, slug)
    context = {
        "challenge": found,
        "panels": panels_for(found, person),
        "may_edit": rules.may_edit_challenges(person),
    }
    return render(request, "challenges/challenge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Write down a new challenge."""
    person = person_of(request)
    if not rules.may_edit_challenges(person):
        raise PermissionDenied
    form = ChallengeForm(request.POST or None)
    if form.is_valid():
        try:
            return redirect(actions.start_challenge(by=person, text=form.text()))
        except actions.TitleTakenError:
            form.add_error("title", _("Er is al een opgave met deze titel. Kies een andere titel."))
    return render(request, "challenges/edit.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change the words of a challenge."""
    person = person_of(request)
    if not rules.may_edit_challenges(person):
        raise PermissionDenied
    found = _challenge_or_404(request, slug)
    form = EditChallengeForm(request.POST or None, instance=found, initial={"version": found.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.edit_challenge(found, by=person, words=form.words(), version=version)
        except actions.ChangedMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("De opgave is bewaard."))
            return redirect(found)
    return render(request, "challenges/edit.html", {"form": form, "challenge": found})


@require_http_methods(["GET", "HEAD", "POST"])
def municipality(request: HttpRequest) -> HttpResponse:
    """Say which municipality this is."""
    person = person_of(request)
    if not rules.may_edit_municipality(person):
        raise PermissionDenied
    form = MunicipalityForm(request.POST or None, instance=queries.the_municipality())
    if form.is_valid():
        actions.edit_municipality(by=person, **form.cleaned_data)
        messages.success(request, _("De gegevens van de gemeente zijn bewaard."))
        return redirect("challenges:front")
    return render(request, "challenges/municipality.html", {"form": form})


def _challenge_or_404(request: HttpRequest, slug: str) -> Challenge:
    found = queries.challenge_for(visitor(request), slug)
    if found is None:
        raise Http404
    return found
