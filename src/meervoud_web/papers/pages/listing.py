"""The papers of a challenge, and beginning one."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.things import thing_of
from meervoud_web.papers import actions, rules
from meervoud_web.papers.forms import BeginForm
from meervoud_web.papers.models import PaperKind
from meervoud_web.papers.queries.seen import papers_seen_by
from meervoud_web.people.visitor import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which papers there are for this person, and let who may write begin one."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    may_write = rules.may_write(person, challenge)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    form = BeginForm(request.POST or None)
    if form.is_valid():
        begun = actions.begin_paper(
            challenge,
            by=person,
            kind=PaperKind(form.cleaned_data["kind"]),
            subject=form.cleaned_data["subject"],
            sources=[thing_of(challenge)],
            request_id=form.sent_as,
        )
        return redirect("papers:write", begun.pk)
    seen = list(papers_seen_by(person, challenge.papers.all()))
    context = {
        "challenge": challenge,
        "form": form,
        "may_write": may_write,
        "drafts": [one for one in seen if not one.is_set],
        "set": [one for one in seen if one.is_set],
    }
    return render(request, "papers/papers.html", context)
