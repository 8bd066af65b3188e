"""Where a thing comes from, and what it led to."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meervoud_web.challenges import queries, rules
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.pages.weaving import drawing_of
from meervoud_web.challenges.things import Thing
from meervoud_web.people.visitor import visitor


@login_not_required
@require_safe
def thread(request: HttpRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """Show the thread around one thing, as a picture and as a list."""
    found = challenge_or_404(request, slug)
    thing = Thing.parse(f"{kind}:{pk}")
    woven = queries.thread_of(thing, person=visitor(request)) if thing else None
    if woven is None:
        raise Http404
    context = {
        "challenge": found,
        "thread": woven,
        "drawing": drawing_of(woven),
        "may_redact": rules.may_redact(visitor(request)),
    }
    return render(request, "challenges/thread.html", context)
