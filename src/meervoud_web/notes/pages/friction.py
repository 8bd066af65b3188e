"""A friction: what blocks us, who can lift it, by when, and did they."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes import actions, rules
from meervoud_web.notes.forms import SettleForm
from meervoud_web.notes.models import FrictionState
from meervoud_web.notes.pages.finding import challenge_to_note_on, friction_or_404


@require_safe
def frictions(request: HttpRequest, slug: str) -> HttpResponse:
    """List what blocks a challenge, and what was lifted."""
    challenge, _person = challenge_to_note_on(request, slug)
    raised = challenge.frictions.select_related("lifter")
    context = {
        "challenge": challenge,
        "waiting": raised.filter(state=FrictionState.OPEN),
        "settled": raised.exclude(state=FrictionState.OPEN).order_by("-settled_at"),
    }
    return render(request, "notes/frictions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def friction(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a friction, and take the answer of who can lift it."""
    found, person = friction_or_404(request, pk)
    may_settle = rules.may_settle(person, found)
    if request.method == "POST" and not may_settle:
        raise PermissionDenied
    form = SettleForm(request.POST or None)
    if form.is_valid():
        try:
            actions.settle_friction(found, by=person, **form.cleaned_data)
        except actions.AlreadySettledError:
            messages.warning(
                request, _("Iemand anders heeft deze schuurplek net beantwoord. Dat ziet u hieronder.")
            )
        else:
            messages.success(request, _("Het antwoord is bewaard. Wie aan de opgave werkt, leest het."))
        return redirect(found)
    context = {
        "friction": found,
        "challenge": found.challenge,
        "thread": thread_of(thing_of(found), person=person),
        "form": form if found.is_open and may_settle else None,
    }
    return render(request, "notes/friction.html", context)
