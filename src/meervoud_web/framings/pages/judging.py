"""Is it a challenge or a project: three questions, and where people differ over them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.framings import actions, queries, rules
from meervoud_web.framings.forms import JudgeForm
from meervoud_web.framings.pages.drawing import dots_of
from meervoud_web.framings.words import TEN_TRAITS, VERDICTS
from meervoud_web.people.visitor import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def judging(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer the three questions, and see the answers of all."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.reads_along(person, challenge):
        raise PermissionDenied
    own = queries.own_judgement(challenge, person)
    form = JudgeForm(request.POST or None, instance=None if request.POST else own)
    if form.is_valid():
        actions.judge(challenge, by=person, judged=form.given(), request_id=form.cleaned_data["request_id"])
        messages.success(request, _("Uw antwoorden zijn bewaard."))
        return redirect("framings:judging", slug=challenge.slug)
    seen = queries.what_people_say(challenge)
    context = {
        "challenge": challenge,
        "form": form,
        "own": own,
        "seen": seen,
        "verdict": VERDICTS[seen.verdict],
        "drawings": [(question, dots_of(question.spread)) for question in seen.questions],
        "traits": TEN_TRAITS,
    }
    return render(request, "framings/judging.html", context)
