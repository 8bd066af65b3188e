"""Seen in the city: the list, one of them, writing one down and changing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.initiatives import actions, rules
from meervoud_web.initiatives.forms import ChangeForm, EnterForm, LearnForm, ShowForm, TakeAwayForm
from meervoud_web.initiatives.models import Sighting
from meervoud_web.initiatives.pages.finding import CHANGED_MEANWHILE, kept_or_404, sighting_or_404, sources_of
from meervoud_web.initiatives.queries.sightings import sightings_of
from meervoud_web.people.visitor import person_of, visitor


@login_not_required
@require_safe
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """List what works already, as far as whoever asks may read it."""
    person, challenge = visitor(request), challenge_or_404(request, slug)
    context = {
        "challenge": challenge,
        "sightings": sightings_of(challenge, person=person),
        "reads_along": rules.reads_along(person, challenge),
    }
    return render(request, "initiatives/register.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what works already."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.reads_along(person, challenge):
        raise PermissionDenied
    form = EnterForm(request.POST or None)
    if form.is_valid():
        made = actions.enter_sighting(
            challenge, by=person, words=form.words(), sources=sources_of(request), request_id=form.sent_as
        )
        messages.success(request, _("Bewaard. Vraag hun nu of wij ervan mogen leren."))
        return redirect(made)
    context = {"challenge": challenge, "form": form, "source": request.POST.get("uit", "")}
    return render(request, "initiatives/enter.html", context, status=422 if form.errors else 200)


@login_not_required
@require_safe
def sighting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one of them: what it shows, whether we may learn from it, and what we took from it."""
    return show(request, sighting_or_404(request, slug, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write it otherwise."""
    found, person = kept_or_404(request, slug, pk)
    form = ChangeForm(request.POST or None, sighting=found)
    if form.is_valid():
        try:
            actions.change_sighting(found, by=person, words=form.words(), version=form.cleaned_data["version"])
        except actions.SeenChangedError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("Bewaard."))
            return redirect(found)
    context = {"challenge": found.challenge, "sighting": found, "form": form}
    return render(request, "initiatives/change.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask, and take it away."""
    found, person = kept_or_404(request, slug, pk)
    if request.method == "POST":
        actions.remove_sighting(found, by=person)
        messages.success(request, _("Het is weggehaald, met wat wij ervan opschreven."))
        return redirect("initiatives:register", slug=found.challenge.slug)
    return render(request, "initiatives/remove.html", {"challenge": found.challenge, "sighting": found})


def show(request: HttpRequest, found: Sighting, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Show one with the forms that this person may fill in; one that was filled in wrong stands open."""
    person = visitor(request)
    context: dict[str, Any] = {
        "challenge": found.challenge,
        "sighting": found,
        "takeaways": found.takeaways.all(),
        "thread": thread_of(thing_of(found), person=person),
        "reads_along": rules.reads_along(person, found.challenge),
        "may_propose": rules.may_propose(person, found.challenge),
        "may_read_names": person is not None and person.works_here,
        "opened": next(iter(forms), ""),
    }
    if rules.may_keep(person, found):
        seen = {"version": found.version}
        context |= {"learn_form": LearnForm(sighting=found), "show_form": ShowForm(initial=seen)}
    if person is not None and rules.may_take(person, found):
        context["take_form"] = TakeAwayForm(challenge=found.challenge, person=person)
    return render(request, "initiatives/sighting.html", context | forms, status=status)
