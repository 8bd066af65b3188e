"""Reading a paper that is set; a draft leads to where it is written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import shown_to, thing_of
from meervoud_web.papers import rules
from meervoud_web.papers.pages.finding import paper_or_404
from meervoud_web.papers.pages.showing import as_shown
from meervoud_web.papers.queries import kept_in


@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a paper with its sources; a source leads on for who may see it."""
    found, person = paper_or_404(request, pk)
    if not found.is_set:
        return redirect("papers:write", found.pk)
    chapters = kept_in(found)
    shown = as_shown(found, chapters, subject=found.subject)
    cited = {source.thing for line in shown["notes"] for source in line.sources}
    context = {
        "challenge": found.challenge,
        "may_write": rules.may_write(person, found.challenge),
        "reachable": {str(thing) for thing in shown_to(person, cited)},
        "thread": thread_of(thing_of(found), person=person),
        **shown,
    }
    return render(request, "papers/paper.html", context)
