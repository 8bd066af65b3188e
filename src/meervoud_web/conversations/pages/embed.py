"""A small page for on another website: the heart of a public result, how hard it is, and a way to the whole."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations.models import Audience
from meervoud_web.conversations.pages.finding import address_of
from meervoud_web.conversations.providers import arrivals
from meervoud_web.conversations.queries.conversations import (
    conversation_for,
    ends_of,
    given_names_of,
    result_of,
    texts_of,
)
from meervoud_web.conversations.queries.result import view_of
from meervoud_web.conversations.queries.wording import assurance_sentence


@login_not_required
@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # it knows of pages without arguments only
def embed(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Show what everyone may see, also to somebody who is logged in; nothing is asked and no cookie is set."""
    conversation = conversation_for(None, conversation_id)
    if conversation is None:
        raise Http404
    analysis = analyses.newest_result(Audience.EVERYONE, conversation_id)
    context: dict[str, Any] = {
        "conversation": conversation,
        "analysis": analysis,
        "assurance": assurance_sentence(conversation.assurance),
        "address": address_of(request, "conversations:result", conversation_id),
        "take_part": arrivals().take_part_at(conversation_id) if arrivals().is_open(conversation_id) else "",
    }
    if analysis is not None:
        context["view"] = view_of(
            result_of(analysis),
            texts=texts_of(conversation),
            given_names=given_names_of(conversation, Audience.EVERYONE),
            ends=ends_of(analysis),
        )
        context["pictures"] = analyses.pictures_of(analysis, get_language() or "nl")
    return render(request, "conversations/embed.html", context)
