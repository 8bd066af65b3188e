"""Writing a draft: which sentences, which own words, and beside them the paper as it will be."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.papers import actions
from meervoud_web.papers.forms import PaperForm, own
from meervoud_web.papers.models import Paper
from meervoud_web.papers.pages.finding import CHANGED_MEANWHILE, draft_or_404
from meervoud_web.papers.pages.showing import as_shown, composed
from meervoud_web.papers.queries import Chapter, Draft, draft_of


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the wizard with its preview. Only *bewaar* keeps anything; *toon voorbeeld* shows what is filled in."""
    paper, person = draft_or_404(request, pk)
    kept = draft_of(paper)
    form = PaperForm(request.POST or None, paper=paper, initial=_initial(paper, kept))
    is_whole = form.is_valid()
    wanted = form.draft(request.POST.getlist("zin")) if form.is_bound else kept
    if is_whole and request.POST.get("act") == "keep":
        try:
            actions.keep_draft(paper, by=person, draft=wanted, version=form.cleaned_data["version"])
        except actions.ChangedMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        else:
            messages.success(request, _("Het concept is bewaard."))
            return redirect("papers:write", paper.pk)
    chapters = composed(paper, wanted, person=person)
    shown = as_shown(paper, chapters, subject=wanted.subject)
    if getattr(request, "htmx", False):
        return render(request, "papers/parts/preview.html", shown, status=422 if form.errors else 200)
    context = {
        "challenge": paper.challenge,
        "form": form,
        "blocks": [(chapter, form[own(chapter.section)]) for chapter in chapters],
        "offered": _offered(chapters),
        **shown,
    }
    return render(request, "papers/write.html", context, status=422 if form.errors else 200)


def _initial(paper: Paper, kept: Draft) -> dict[str, Any]:
    words = {own(section): text for section, text in kept.words.items()}
    return {"subject": kept.subject, "version": paper.version, **words}


def _offered(chapters: Iterable[Chapter]) -> str:
    return json.dumps([line.mark for chapter in chapters for line in chapter.told if not line.is_own])
