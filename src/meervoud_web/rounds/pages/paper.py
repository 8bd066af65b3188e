"""Paper: print cards, type them in twice, and write down what somebody says who sits beside you."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.conversations.queries.open_statements import open_statements
from meervoud_web.conversations.queries.wording import assurance_beforehand
from meervoud_web.rounds import actions
from meervoud_web.rounds.forms.paper import MOST_CARDS, CardForm, CardNumberForm, HelpForm, PrintCardsForm
from meervoud_web.rounds.models import PaperCard, State
from meervoud_web.rounds.pages.finding import run_or_404
from meervoud_web.rounds.pages.printing import print_page
from meervoud_web.rounds.queries.paper import differences, last_look, paper_work
from meervoud_web.ui.addresses import public_address, without_scheme

NOT_OPEN = gettext_lazy("Deze stellingenronde neemt geen reacties meer aan. Er is niets bewaard.")

TYPED_MEANWHILE = gettext_lazy(
    "Kaart %(number)s is net al ingetypt. Deze keer is niet bewaard. Open de kaart opnieuw voor een volgende keer."
)
COUNTS_ALREADY = gettext_lazy("Kaart %(number)s telt al mee. Er is niets veranderd.")


@require_safe
def paper(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show how far the cards are, with the way to print and to type in; a number leads to its card."""
    round_, _person = run_or_404(request, round_id)
    if round_.state == State.DRAFT:
        return redirect("rounds:manage", round_.pk)
    asked = CardNumberForm(request.GET if "number" in request.GET else None)
    if asked.is_valid():
        return redirect("rounds:card", round_.pk, asked.cleaned_data["number"])
    work = paper_work(round_)
    wanted = PrintCardsForm(initial={"first": work.highest + 1, "last": work.highest + 25})
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "work": work,
        "asked": asked,
        "wanted": wanted,
        "next_number": work.highest + 1,
    }
    return render(request, "rounds/paper/overview.html", context)


@require_safe
def cards(request: HttpRequest, round_id: int) -> HttpResponse:
    """Give numbered cards as a PDF."""
    round_, _person = run_or_404(request, round_id)
    wanted = PrintCardsForm(request.GET)
    if round_.state == State.DRAFT or not wanted.is_valid():
        raise Http404
    first, last = wanted.cleaned_data["first"], wanted.cleaned_data["last"]
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "numbers": range(first, last + 1),
        "statements": open_statements(round_.conversation_id),
        "typed": without_scheme(public_address(request, round_.get_absolute_url())),
    }
    with translation.override(round_.language):
        name = _("kaarten-%(code)s-%(first)s-%(last)s.pdf") % {"code": round_.code, "first": first, "last": last}
        return print_page(request, "rounds/print/cards.html", context, name=name)


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, round_id: int, number: int) -> HttpResponse:
    """Type one card in. What was typed before is never shown: the second pair of eyes has to look itself."""
    round_, person = run_or_404(request, round_id)
    if round_.state == State.DRAFT or not 1 <= number <= MOST_CARDS:
        raise Http404
    form = CardForm(
        request.POST if request.method == "POST" else None,
        statements=open_statements(round_.conversation_id),
        initial={"after": last_look(round_, number)},
    )
    if form.is_valid():
        try:
            done = actions.type_in(
                round_, number=number, ticks=form.ticks(), by=person, after=form.cleaned_data["after"]
            )
        except actions.RoundIsNotOpenError:
            messages.warning(request, NOT_OPEN)
        except actions.CardCountsAlreadyError:
            messages.warning(request, COUNTS_ALREADY % {"number": number})
        except actions.TypedMeanwhileError:
            messages.warning(request, TYPED_MEANWHILE % {"number": number})
        else:
            messages.success(request, _told(done))
        return redirect("rounds:paper", round_.pk)
    work = paper_work(round_)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "number": number,
        "form": form,
        "differing": differences(round_, number),
        "counts": number in work.counting,
        "is_second": number in work.once,
    }
    return render(request, "rounds/paper/card.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def help_somebody(request: HttpRequest, round_id: int) -> HttpResponse:
    """Write down what somebody says who cannot or will not do it alone, and give them their follow code."""
    round_, person = run_or_404(request, round_id)
    if not round_.is_open:
        messages.warning(request, NOT_OPEN)
        return redirect("rounds:manage", round_.pk)
    form = HelpForm(
        request.POST if request.method == "POST" else None,
        statements=open_statements(round_.conversation_id),
        initial={"request_id": uuid4()},
    )
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "form": form,
        "assurance": assurance_beforehand(round_.conversation.assurance),
    }
    if form.is_valid():
        try:
            code = actions.take_part_with_help(
                round_, ticks=form.ticks(), by=person, request_id=form.cleaned_data["request_id"]
            )
        except actions.RoundIsNotOpenError:
            messages.warning(request, NOT_OPEN)
            return redirect("rounds:manage", round_.pk)
        return render(request, "rounds/paper/helped.html", context | {"follow_code": code})
    return render(request, "rounds/paper/help.html", context, status=422 if form.is_bound else 200)


def _told(card: PaperCard) -> str:
    if card.participation_id is not None:
        said = _("Kaart %(number)s is twee keer hetzelfde ingetypt en telt nu mee.")
    elif card.second_at is None:
        said = _(
            "Kaart %(number)s is één keer ingetypt. Na de tweede keer telt de kaart mee; laat dat een ander doen."
        )
    else:
        said = _("Kaart %(number)s is anders ingetypt dan eerst. Kijk nog eens goed; de kaart telt nog niet mee.")
    return said % {"number": card.number}
