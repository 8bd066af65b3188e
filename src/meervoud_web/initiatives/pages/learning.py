"""May we learn from it, may everybody read it, and what we took from it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meervoud_web.initiatives import actions, rules
from meervoud_web.initiatives.forms import LearnForm, ShowForm, TakeAwayForm
from meervoud_web.initiatives.pages.finding import CHANGED_MEANWHILE, kept_or_404, sighting_or_404, sources_of
from meervoud_web.initiatives.pages.seen import show
from meervoud_web.people.visitor import person_of


@require_POST
def may_learn(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write down that we asked, or what they answered."""
    found, person = kept_or_404(request, slug, pk)
    form = LearnForm(request.POST, sighting=found)
    if form.is_valid():
        try:
            actions.say_may_learn(found, by=person, words=form.words(), version=form.cleaned_data["version"])
        except actions.SeenChangedError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("Bewaard."))
            return redirect(found)
    return show(request, found, status=422, learn_form=form)


@require_POST
def openness(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let everybody read it with leave of those who do it, or no longer."""
    found, person = kept_or_404(request, slug, pk)
    form = ShowForm(request.POST)
    if request.POST.get("stap") == "terug":
        del form.fields["with_leave_of"]
    if form.is_valid():
        given = form.cleaned_data
        try:
            if "with_leave_of" in given:
                actions.show_sighting(found, by=person, since=timezone.localdate(), **given)
                messages.success(request, _("Wie de opgave mag lezen, leest nu ook dit."))
            else:
                actions.hide_sighting(found, by=person, version=given["version"])
                messages.success(request, _("Alleen wie bij de opgave hoort, leest dit nu nog."))
        except actions.SeenChangedError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            return redirect(found)
    return show(request, found, status=422, show_form=form)


@require_POST
def take(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say what we do otherwise since we saw it."""
    person, found = person_of(request), sighting_or_404(request, slug, pk)
    if not rules.may_take(person, found):
        raise PermissionDenied
    form = TakeAwayForm(request.POST, challenge=found.challenge, person=person)
    if not form.is_valid():
        return show(request, found, status=422, take_form=form)
    actions.take_away(
        found,
        by=person,
        what=form.cleaned_data["what"],
        sources=sources_of(request),
        changed_things=form.changed_things(),
        request_id=form.sent_as,
    )
    messages.success(request, _("Bewaard. De draad loopt nu van wat u zag naar wat er veranderde."))
    return redirect(found)
