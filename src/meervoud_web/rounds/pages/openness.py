"""What everyone may know about reading along: the rules, and a log of what was decided."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meervoud_web.rounds.models import Rule
from meervoud_web.rounds.pages.door import speak, visit_of
from meervoud_web.rounds.queries.moderating import log_of

ON_A_PAGE = 50


@login_not_required
@require_safe
def log(request: HttpRequest, code: str) -> HttpResponse:
    """Show when what was decided, by which rule, in which role; never a text, never a person."""
    round_ = visit_of(request, code).round
    speak(request, round_.language)
    entries = Paginator(log_of(round_), ON_A_PAGE).get_page(request.GET.get("pagina"))
    context = {"round": round_, "conversation": round_.conversation, "entries": entries}
    return render(request, "rounds/log.html", context)


@login_not_required
@require_safe
def house_rules(request: HttpRequest, code: str) -> HttpResponse:
    """Show the rules by which statements are read, and nothing else counts."""
    round_ = visit_of(request, code).round
    speak(request, round_.language)
    context = {"round": round_, "conversation": round_.conversation, "rules": Rule.choices}
    return render(request, "rounds/house_rules.html", context)
