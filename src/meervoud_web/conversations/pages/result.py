"""The result of a stellingenronde: the page itself, its long lists, all statements, and how it was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations import rules
from meervoud_web.conversations.pages.finding import Seen, address_of, seen_or_404
from meervoud_web.conversations.providers import arrivals
from meervoud_web.conversations.queries.conversations import ends_of, given_names_of, result_of, texts_of
from meervoud_web.conversations.queries.points import section_of
from meervoud_web.conversations.queries.result import group_names, view_of
from meervoud_web.conversations.queries.since import since_yesterday
from meervoud_web.conversations.queries.statements import statement_rows
from meervoud_web.conversations.queries.wording import assurance_sentence

if TYPE_CHECKING:
    from meervoud_web.analyses.models import Analysis

ON_A_PAGE = 20


@login_not_required
@require_safe
def result(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Show who stands together, what is shared and what divides; or how far the first analysis is."""
    seen = seen_or_404(request, conversation_id)
    analysis = analyses.newest_result(seen.audience, seen.conversation.pk)
    if analysis is None:
        return redirect(reverse("conversations:progress", args=[conversation_id]) + seen.query)
    newest = analyses.newest_analysis(seen.audience, seen.conversation.pk)
    view = view_of(
        result_of(analysis),
        texts=texts_of(seen.conversation),
        given_names=given_names_of(seen.conversation, seen.audience),
        ends=ends_of(analysis),
    )
    context = _context(seen, analysis) | {
        "view": view,
        "pictures": analyses.pictures_of(analysis, get_language() or "nl"),
        "under_way": newest is not None and not newest.is_finished,
        "assurance": assurance_sentence(seen.conversation.assurance),
        "address": address_of(request, "conversations:result", conversation_id),
        "embed_address": address_of(request, "conversations:embed", conversation_id),
        **_moving(seen, analysis),
    }
    return render(request, "conversations/result.html", context)


@login_not_required
@require_safe
def point_list(request: HttpRequest, conversation_id: int, key: str) -> HttpResponse:
    """Show one list to its end, a page at a time."""
    seen, analysis = _seen_with_result(request, conversation_id)
    found = result_of(analysis)
    page = _page_number(request)
    names = group_names(found, given_names_of(seen.conversation, seen.audience))
    section = section_of(
        found, key, names=names, texts=texts_of(seen.conversation), first=(page - 1) * ON_A_PAGE, most=ON_A_PAGE
    )
    if section is None or (not section.points and page > 1):
        raise Http404
    pages = -(-section.total // ON_A_PAGE)
    context = {"section": section, "page": page, "pages": pages, "start": (page - 1) * ON_A_PAGE + 1}
    return render(request, "conversations/points.html", _context(seen, analysis) | context)


@login_not_required
@require_safe
def statements(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Show every statement with all its numbers: the table twin of the whole page."""
    seen, analysis = _seen_with_result(request, conversation_id)
    found = result_of(analysis)
    names = group_names(found, given_names_of(seen.conversation, seen.audience))
    context = {"names": names, "rows": statement_rows(found, names=names, texts=texts_of(seen.conversation))}
    return render(request, "conversations/statements.html", _context(seen, analysis) | context)


@login_not_required
@require_safe
def computation(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Say how this result was computed, what it cannot know, and how to compute it again."""
    seen, analysis = _seen_with_result(request, conversation_id)
    context = {"found": result_of(analysis), "assurance": assurance_sentence(seen.conversation.assurance)}
    return render(request, "conversations/computation.html", _context(seen, analysis) | context)


def _seen_with_result(request: HttpRequest, conversation_id: int) -> tuple[Seen, Analysis]:
    seen = seen_or_404(request, conversation_id)
    analysis = analyses.newest_result(seen.audience, seen.conversation.pk)
    if analysis is None:
        raise Http404
    return seen, analysis


def _moving(seen: Seen, analysis: Analysis) -> dict[str, Any]:
    """What a round that is open adds: it moves, one can take part, something may have changed since yesterday."""
    if not arrivals().is_open(seen.conversation.pk):
        return {}
    return {
        "moves": True,
        "take_part": arrivals().take_part_at(seen.conversation.pk),
        "since": since_yesterday(seen.conversation, seen.audience, analysis),
    }


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("bladzijde", "1")
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 10_000:
        raise Http404
    return int(text[:6])


def _context(seen: Seen, analysis: Analysis) -> dict[str, Any]:
    return {
        "seen": seen,
        "conversation": seen.conversation,
        "analysis": analysis,
        "may_manage": rules.may_manage(seen.person, seen.conversation),
        "is_open": rules.is_open(seen.conversation),
    }
