"""Which challenge, teller or story a page is about, and the form that all pages here share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.things import Thing, shown_to
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor
from meervoud_web.stories import actions, rules
from meervoud_web.stories.models import Story, Teller
from meervoud_web.stories.queries import stories_of, tellers_of


def worked_on_or_403(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge for somebody who works on it."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_follow(person, challenge):
        raise PermissionDenied
    return challenge, person


def teller_or_404(request: HttpRequest, slug: str, pk: int) -> tuple[Teller, Person]:
    """Find somebody who is followed, for somebody who works on the challenge."""
    challenge, person = worked_on_or_403(request, slug)
    return get_object_or_404(tellers_of(challenge).select_related("challenge"), pk=pk), person


def story_or_404(request: HttpRequest, slug: str, pk: int) -> tuple[Story, Person | None]:
    """Find a story that whoever asks may read."""
    challenge, person = challenge_or_404(request, slug), visitor(request)
    found = stories_of(challenge, person=person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found, person


def sources_of(request: HttpRequest, person: Person) -> list[Thing]:
    """What ``?bron=note:12`` names, as far as this person may see it."""
    named = [thing for thing in map(Thing.parse, request.GET.getlist("bron")) if thing is not None]
    return sorted(shown_to(person, named))


def write(
    request: HttpRequest, *, challenge: Challenge, form: BaseForm, act: Callable[[], Any], done: str, **words: Any
) -> HttpResponse:
    """Show a form, and when it is whole do ``act`` and go to what came of it."""
    if form.is_valid():
        try:
            result = act()
        except actions.AlreadyThereError:
            form.add_error(None, _("Dit is er al: kies een andere schuilnaam, of noem het panel anders."))
        except actions.ChangedMeanwhileError:
            form.add_error(
                None,
                _("Dit verhaal is intussen veranderd of goedgekeurd. Wat u typte, staat hier nog, onbewaard."),
            )
        else:
            messages.success(request, done)
            return redirect(result)
    context = {"challenge": challenge, "form": form, **words}
    return render(request, "stories/write.html", context, status=422 if form.errors else 200)
