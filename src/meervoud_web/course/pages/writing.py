"""What all forms of the course share: who may fill them in, what they name as sources, and writing once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.things import Thing, shown_to
from meervoud_web.course import rules
from meervoud_web.course.actions import AlreadyWrittenError
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of


class SupportsGetAbsoluteUrl(Protocol):
    """Something with a page of its own."""

    def get_absolute_url(self) -> str: ...


def challenge_to_keep(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge for somebody who works on it."""
    found, person = challenge_or_404(request, slug), person_of(request)
    if not rules.may_keep_course(person, found):
        raise PermissionDenied
    return found, person


def sources_of(request: HttpRequest, person: Person) -> list[Thing]:
    """What ``?bron=signal:12`` names, as far as this person may see it."""
    named = [thing for thing in map(Thing.parse, request.GET.getlist("bron")) if thing is not None]
    return sorted(shown_to(person, named))


def write(
    request: HttpRequest,
    *,
    challenge: Challenge,
    person: Person,
    form: BaseForm,
    act: Callable[[], SupportsGetAbsoluteUrl],
    done: str,
    **words: Any,
) -> HttpResponse:
    """Show a form, and when it is whole do ``act`` and go to what came of it."""
    if form.is_valid():
        try:
            result = act()
        except AlreadyWrittenError:
            form.add_error(None, _("Dit staat er al, met een andere uitleg. Kies andere woorden."))
        else:
            messages.success(request, done)
            return redirect(result)
    context = {
        "challenge": challenge,
        "form": form,
        "sources": shown_to(person, sources_of(request, person)).values(),
        **words,
    }
    return render(request, "course/write.html", context)
