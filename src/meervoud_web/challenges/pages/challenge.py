"""The page of a challenge, and the forms that start and change it."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges import actions, queries, rules
from meervoud_web.challenges.forms import ChallengeForm, EditChallengeForm
from meervoud_web.challenges.models import Challenge, Status
from meervoud_web.challenges.pages.finding import CHANGED_MEANWHILE, challenge_or_404, challenge_to_edit
from meervoud_web.challenges.pages.turning import turning
from meervoud_web.challenges.providers import panels_for, waiting_for
from meervoud_web.challenges.reading import one_page
from meervoud_web.challenges.verbs import quiet_verbs
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor

NEWEST = 5


@login_not_required
@require_safe
def challenge(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a challenge as the centre of everything: where it turns, what is new, and what waits for somebody."""
    person = visitor(request)
    found = challenge_or_404(request, slug)
    since = actions.look_at(found, person=person) if person is not None else None
    with one_page():
        panels, waiting = panels_for(found, person), waiting_for(person, found)
    context = {
        "challenge": found,
        "movements": turning(panels),
        "loose": [panel for panel in panels if panel.movement is None],
        "statuses": Status.choices,
        "waiting": waiting,
        "people": _people(found),
        "may_edit": rules.may_edit_challenges(person),
        "may_read_names": person is not None and person.works_here,
        "versions": found.questions.count(),
        "turned": queries.newest_turn(found),
        **_newest(found, person, since),
    }
    return render(request, "challenges/challenge.html", context)


def _newest(challenge: Challenge, person: Person | None, since: datetime | None) -> dict[str, Any]:
    entries = queries.journal_for(challenge, person=person).exclude(verb__in=quiet_verbs())
    newest = queries.lines(entries[:NEWEST], person=person, since=since)
    new = sum(line.is_new for line in newest)
    if since and new == NEWEST:  # there may be more than are shown
        new = entries.filter(at__gt=since).count()
    return {"newest": newest, "since": since, "new_count": new}


def _people(challenge: Challenge) -> list[tuple[str, list[Any], list[str]]]:
    """The parts that are held today, each with who holds it, and with each of their organisations once."""
    in_order = sorted(queries.involved_now(challenge), key=lambda one: one.place)
    parts = [(role, list(some)) for role, some in groupby(in_order, key=lambda one: one.get_role_display())]
    return [(role, held, _once([one.organisation for one in held])) for role, held in parts]


def _once(organisations: list[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, organisations)))


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
    found, person = challenge_to_edit(request, slug)
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
