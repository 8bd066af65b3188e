"""The story of a challenge, newest first."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meervoud_web.challenges import queries
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.people.visitor import visitor

PER_PAGE = 40


@login_not_required
@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what happened, with a choice of year and of what it was about."""
    person, found = visitor(request), challenge_or_404(request, slug)
    everything = queries.journal_for(found, person=person)
    amounts = queries.amounts_of(everything)
    years, kinds = amounts.years, amounts.kinds
    entries = everything
    year = next((one for one in years if str(one) == request.GET.get("jaar")), None)
    kind = next((slug for slug, _name in kinds if slug == request.GET.get("soort")), None)
    if year is not None:
        entries = entries.filter(at__year=year)
    if kind is not None:
        entries = entries.filter(thing_kind=kind)
    pages = Paginator(entries, PER_PAGE)
    pages.count = amounts.count(year=year, kind=kind)  # known already: it need not ask
    page = pages.get_page(request.GET.get("pagina"))
    chosen = {"jaar": year, "soort": kind}
    context = {
        "challenge": found,
        "lines": queries.lines(page.object_list, person=person),
        "page": page,
        "years": years,
        "kinds": kinds,
        "year": year,
        "kind": kind,
        "chosen": urlencode({name: value for name, value in chosen.items() if value is not None}),
    }
    return render(request, "challenges/timeline.html", context)
