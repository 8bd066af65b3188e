"""A promise: to whom, by when, and how it goes."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes import actions, queries, rules
from meervoud_web.notes.forms import ChangePromiseForm, KeptForm, LetGoForm
from meervoud_web.notes.models import Promise, PromiseState
from meervoud_web.notes.pages.finding import challenge_to_note_on, promise_or_404
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of

CHANGED_MEANWHILE = gettext_lazy(
    "Iemand anders heeft deze toezegging intussen veranderd of afgerond. Wat u typte, is nog niet bewaard; "
    "het staat hier nog. Kijk hoe de toezegging nu is en bewaar het daarna opnieuw."
)


@require_safe
def promises(request: HttpRequest, slug: str) -> HttpResponse:
    """List what was promised in a challenge: what is open first, and what came of the others."""
    challenge, _person = challenge_to_note_on(request, slug)
    made = challenge.promises.select_related("keeper")
    context = {
        "challenge": challenge,
        "waiting": made.filter(state=PromiseState.OPEN),
        "settled": made.exclude(state=PromiseState.OPEN).order_by("-settled_at"),
    }
    return render(request, "notes/promises.html", context)


@require_safe
def waits_for_me(request: HttpRequest) -> HttpResponse:
    """Who waits for me: over all challenges."""
    person = person_of(request)
    if not person.works_here and not queries.waiting_for_me(person):
        raise PermissionDenied
    return render(request, "notes/waits_for_me.html", {"waiting": queries.waiting_for_me(person)})


@require_safe
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a promise, with what was promised before."""
    found, person = promise_or_404(request, pk)
    return _show(request, found, person)


@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it was done."""
    found, person = _promise_to_change(request, pk)
    form = KeptForm(request.POST)
    if not form.is_valid():
        return _show(request, found, person, kept_form=form)
    try:
        actions.keep_promise(found, by=person, **form.cleaned_data)
    except actions.PromiseChangedMeanwhileError:
        return _came_second(request, found, person, kept_form=form)
    messages.success(request, _("Nagekomen. Goed dat u het laat weten."))
    return redirect(found)


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Promise something else, or by another day, with the reason."""
    found, person = _promise_to_change(request, pk)
    form = ChangePromiseForm(request.POST)
    if not form.is_valid():
        return _show(request, found, person, change_form=form)
    try:
        actions.change_promise(found, by=person, **form.cleaned_data)
    except actions.PromiseChangedMeanwhileError:
        return _came_second(request, found, person, change_form=form)
    messages.success(request, _("De toezegging is veranderd. Vertel het ook aan wie op u wacht."))
    return redirect(found)


@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it will not be done, with the reason."""
    found, person = _promise_to_change(request, pk)
    form = LetGoForm(request.POST)
    if not form.is_valid():
        return _show(request, found, person, let_go_form=form)
    try:
        actions.let_go_of_promise(found, by=person, **form.cleaned_data)
    except actions.PromiseChangedMeanwhileError:
        return _came_second(request, found, person, let_go_form=form)
    messages.success(request, _("Bewaard, met de reden. Vertel het ook aan wie op u wacht."))
    return redirect(found)


def _promise_to_change(request: HttpRequest, pk: int) -> tuple[Promise, Person]:
    found, person = promise_or_404(request, pk)
    if not rules.may_change(person, found):
        raise PermissionDenied
    return found, person


def _came_second(request: HttpRequest, found: Promise, person: Person, **forms: Form) -> HttpResponse:
    """Show the promise as it is now; what this person typed is still in its form."""
    for form in forms.values():
        form.add_error(None, CHANGED_MEANWHILE)
    found.refresh_from_db()
    return _show(request, found, person, **forms)


def _show(request: HttpRequest, found: Promise, person: Person, **forms: Form) -> HttpResponse:
    seen = {"version": found.version}
    context = {
        "promise": found,
        "challenge": found.challenge,
        "changes": found.changes.all(),
        "thread": thread_of(thing_of(found), person=person),
        "may_change": found.is_open and rules.may_change(person, found),
        "kept_form": KeptForm(initial=seen),
        "change_form": ChangePromiseForm(initial=seen | {"what": found.what, "due_on": found.due_on}),
        "let_go_form": LetGoForm(initial=seen),
        "opened": next(iter(forms), ""),
        **forms,
    }
    return render(request, "notes/promise.html", context)
