"""Setting a draft, throwing it away, and redacting a sentence of a paper that is set."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.papers import actions
from meervoud_web.papers.forms import RedactForm, SettleForm, VersionForm
from meervoud_web.papers.models import PaperSentence
from meervoud_web.papers.pages.finding import CHANGED_MEANWHILE, READ_AGAIN, draft_or_404, paper_to_write
from meervoud_web.papers.pages.showing import as_shown, composed
from meervoud_web.papers.queries import draft_of, fingerprint


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Show once more what will stand there, ask for an embargo, and set it."""
    paper, person = draft_or_404(request, pk)
    form = SettleForm(request.POST or None)
    if form.is_valid():
        try:
            actions.set_paper(paper, by=person, **form.cleaned_data)
        except actions.ChangedMeanwhileError:
            messages.warning(request, READ_AGAIN)
            return redirect("papers:set", paper.pk)
        messages.success(request, _("Het stuk is vastgesteld. Wat erin staat, verandert niet meer."))
        return redirect(paper)
    draft = draft_of(paper)
    chapters = composed(paper, draft, person=person)
    form.initial = {"read": fingerprint(draft.subject, chapters), "version": paper.version}
    context = {
        "challenge": paper.challenge,
        "form": form,
        **as_shown(paper, chapters, subject=draft.subject),
    }
    return render(request, "papers/set.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether a draft may go, and let it go."""
    paper, person = draft_or_404(request, pk)
    form = VersionForm(request.POST or None, initial={"version": paper.version})
    if form.is_valid():
        try:
            actions.throw_away(paper, by=person, version=form.cleaned_data["version"])
        except actions.ChangedMeanwhileError:
            messages.warning(request, CHANGED_MEANWHILE)
            return redirect(paper)
        messages.success(request, _("Het concept is weg."))
        return redirect("papers:papers", paper.challenge.slug)
    return render(request, "papers/throw_away.html", {"challenge": paper.challenge, "paper": paper, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: HttpRequest, pk: int, sentence: int) -> HttpResponse:
    """Ask why a sentence has to go, and let it go for good."""
    paper, person = paper_to_write(request, pk)
    found = get_object_or_404(PaperSentence, pk=sentence, paper=paper)
    if found.redacted_at is not None:
        raise Http404
    form = RedactForm(request.POST or None)
    if form.is_valid():
        actions.redact(found, by=person, reason=form.cleaned_data["reason"])
        messages.success(request, _("De zin is weggelakt, ook in wat u hierna als Word of PDF ophaalt."))
        return redirect(paper)
    context = {"challenge": paper.challenge, "paper": paper, "sentence": found, "form": form}
    return render(request, "papers/redact.html", context)
