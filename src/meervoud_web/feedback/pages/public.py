"""What was done with what people brought in: for everyone, without an account."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.rules import may_redact
from meervoud_web.feedback import rules
from meervoud_web.feedback.models import Theme
from meervoud_web.feedback.pages.finding import theme_or_404
from meervoud_web.feedback.queries.sorting import unsorted_count
from meervoud_web.feedback.queries.themes import answered, contributions_shown, themes_of
from meervoud_web.people.visitor import visitor


@login_not_required
@require_safe
def feedback(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every theme: who waits first, then what was answered."""
    person, challenge = visitor(request), challenge_or_404(request, slug)
    themes, may_answer = themes_of(challenge, person=person), rules.may_answer(person, challenge)
    waiting = [one for one in themes if not one.theme.is_answered]
    context = {
        "challenge": challenge,
        "waiting": waiting,
        "answered": [one for one in themes if one.theme.is_answered],
        "late": sum(one.theme.is_late for one in waiting),
        "may_answer": may_answer,
        "unsorted": unsorted_count(challenge, person=person) if may_answer and person else 0,
    }
    return render(request, "feedback/feedback.html", context)


@login_not_required
@require_safe
def theme(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one theme: what was brought in, the answer and earlier ones, the choice, and what came of it."""
    person, found = visitor(request), theme_or_404(request, slug, pk)
    one = answered(Theme.objects.filter(pk=found.pk))[0]
    shown = contributions_shown(found, person=person)
    context = {
        "challenge": found.challenge,
        "one": one,
        "shown": shown,
        "more": one.contributions - len(shown),
        "may_answer": rules.may_answer(person, found.challenge),
        "may_redact": may_redact(person),
    }
    return render(request, "feedback/theme.html", context)
