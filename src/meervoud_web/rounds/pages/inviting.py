"""Invite people: a poster to hang up, and words for a letter."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meervoud_web.conversations.queries.assurance import is_for_the_room
from meervoud_web.rounds.models import Round, State
from meervoud_web.rounds.pages.finding import run_or_404
from meervoud_web.rounds.pages.printing import print_page
from meervoud_web.ui.addresses import public_address, qr_picture, without_scheme

SIZES = ("A3", "A4")
FITS = ((70, "3.4", 260, 200), (120, "2.7", 220, 160), (200, "2.1", 160, 130), (1000, "1.6", 110, 90))
"""Up to how many signs of the question, how large it is, and how much of the rest still fits on the sheet."""
LEVELS = ("B1", "A2")


@require_safe
def invite(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show the posters to print and the letters to copy."""
    round_, _person = run_or_404(request, round_id)
    if round_.state == State.DRAFT:
        return redirect("rounds:manage", round_.pk)
    said = _said(request, round_)
    context = said | {
        "sizes": SIZES,
        "letters_to_copy": [(level, _letter(said, level)) for level in LEVELS],
        "is_for_the_room": is_for_the_room(round_.conversation),
    }
    return render(request, "rounds/staff/invite.html", context)


@require_safe
def poster(request: HttpRequest, round_id: int, size: str) -> HttpResponse:
    """Give the poster as a PDF."""
    round_, _person = run_or_404(request, round_id)
    if size not in SIZES or round_.state == State.DRAFT:
        raise Http404
    context = _said(request, round_) | {"size": size} | _fitting(round_)
    with translation.override(round_.language):
        name = _("affiche-%(code)s-%(size)s.pdf") % {"code": round_.code, "size": size}
        return print_page(request, "rounds/print/poster.html", context, name=name, one_sheet=True)


def _fitting(round_: Round) -> dict[str, str | int]:
    question = round_.conversation.question or round_.conversation.title
    _most, letters, about, said = next(fit for fit in FITS if len(question) <= fit[0])
    return {"letters_of_question": letters, "most_about": about, "most_said": said}


def _letter(said: dict[str, Any], level: str) -> str:
    with translation.override(said["round"].language):
        return render_to_string(f"rounds/print/letter_{level.lower()}.txt", said).strip() + "\n"


def _said(request: HttpRequest, round_: Round) -> dict[str, Any]:
    address = public_address(request, round_.get_absolute_url())
    return {
        "round": round_,
        "conversation": round_.conversation,
        "address": address,
        "typed": without_scheme(address),
        "spoken_code": f"{round_.code[:3]} {round_.code[3:]}",
        "qr": qr_picture(address),
    }
