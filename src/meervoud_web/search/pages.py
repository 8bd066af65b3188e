"""The page on which one looks for something."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meervoud_web.people.visitor import visitor
from meervoud_web.search import queries

LONGEST = 200


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what is found with some words, to whoever may see it."""
    words = request.GET.get("woorden", "").replace("\0", " ").strip()[:LONGEST]
    found = queries.find(visitor(request), words) if words else []
    context = {"words": words, "found": found, "is_full": len(found) == queries.MOST}
    return render(request, "search/search.html", context)
