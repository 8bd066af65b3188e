"""How the question changed, and asking it differently."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges import actions, rules
from meervoud_web.challenges.forms import QuestionForm, TurnForm
from meervoud_web.challenges.models import Status
from meervoud_web.challenges.pages.finding import CHANGED_MEANWHILE, challenge_or_404, challenge_to_edit
from meervoud_web.challenges.queries.questions import questions_of
from meervoud_web.challenges.things import Thing
from meervoud_web.people.visitor import visitor


@login_not_required
@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every version of the question, what changed in it and why."""
    person, found = visitor(request), challenge_or_404(request, slug)
    context = {
        "challenge": found,
        "asked": questions_of(found),
        "may_edit": rules.may_edit_challenges(person),
        "may_read_names": person is not None and person.works_here,
    }
    return render(request, "challenges/question.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the question in other words. ``?bron=signal:12`` names what made it change."""
    found, person = challenge_to_edit(request, slug)
    form = QuestionForm(request.POST or None, initial={"question": found.question, "version": found.version})
    if form.is_valid():
        sources = [thing for thing in map(Thing.parse, request.GET.getlist("bron")) if thing is not None]
        try:
            actions.ask_differently(found, by=person, sources=sources, **form.cleaned_data)
        except actions.ChangedMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("De nieuwe vraag is bewaard. De oude blijft leesbaar."))
            return redirect("challenges:question", slug=found.slug)
    context = {
        "challenge": found,
        "form": form,
        "title": _("De vraag veranderen"),
        "lead": _("Een andere vraag is geen fout: wie kijkt, ziet meer. De oude vraag blijft leesbaar."),
        "button": _("Bewaar de nieuwe vraag"),
    }
    return render(request, "challenges/change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def turn(request: HttpRequest, slug: str) -> HttpResponse:
    """Turn the challenge to what it asks for now."""
    found, person = challenge_to_edit(request, slug)
    form = TurnForm(request.POST or None, initial={"status": found.status, "version": found.version})
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.turn_to(
                found, by=person, status=Status(given["status"]), why=given["why"], version=given["version"]
            )
        except actions.ChangedMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            return redirect(found)
    context = {
        "challenge": found,
        "form": form,
        "title": _("Wat de opgave nu vraagt"),
        "lead": _("Een opgave is nooit af. Zij kan verder gaan, terug, of losgelaten worden."),
        "button": _("Bewaar"),
    }
    return render(request, "challenges/change.html", context)
