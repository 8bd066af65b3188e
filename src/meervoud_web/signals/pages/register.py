"""The register of signals, and one signal."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meervoud_web.challenges.beside import beside
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.visitor import visitor
from meervoud_web.signals import rules
from meervoud_web.signals.models import Verdict
from meervoud_web.signals.pages.finding import challenge_or_404, signal_or_404
from meervoud_web.signals.queries.likes import SHOWN, likes_of
from meervoud_web.signals.queries.register import confirmations_of, in_order, to_read
from meervoud_web.signals.queries.seen import photo_of, signals_of


@login_not_required
@require_safe
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """List what deserves attention, the most first; what is private is there for whoever works on it."""
    person, challenge = visitor(request), challenge_or_404(request, slug)
    signals, may_read = signals_of(challenge, person=person), rules.may_read(person, challenge)
    own = [] if may_read or person is None else signals.filter(reporter=person)
    context = {
        "challenge": challenge,
        "lines": in_order(signals) if may_read else in_order(signals.exclude(shown_as="")),
        "noise": signals.filter(verdict=Verdict.NOISE) if may_read else (),
        "own": own,
        "may_read": may_read,
        "may_report": rules.may_report(person, challenge),
        "waits": to_read(challenge).count() if may_read else 0,
    }
    return render(request, "signals/register.html", context)


@login_not_required
@require_safe
def signal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one signal; who does not work on the challenge reads it as it is shown, or as they wrote it."""
    person, challenge = visitor(request), challenge_or_404(request, slug)
    found = signal_or_404(challenge, person, pk)
    may_read = rules.may_read(person, challenge)
    context = {
        "challenge": challenge,
        "signal": found,
        "may_read": may_read,
        "is_own": person is not None and found.reporter_id == person.pk,
        "photo": photo_of(found, person=person),
        "verdict": Verdict(found.verdict).label if found.verdict else "",
        "beside": beside("signal", found, person=person),
        "thread": thread_of(thing_of(found), person=person),
    }
    if may_read:
        context |= {
            "likes": likes_of(found)[:SHOWN],
            "readings": found.readings.select_related("by"),
            "confirmations": confirmations_of(found),
            "same": found.confirmations.select_related("challenge"),
        }
    return render(request, "signals/signal.html", context)
