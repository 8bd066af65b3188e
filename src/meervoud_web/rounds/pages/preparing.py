"""Set a round up, change it, and look at it as those who take part will."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.conversations.queries.open_statements import open_statements
from meervoud_web.conversations.queries.seeds import earlier_conversations, seed_texts
from meervoud_web.conversations.queries.wording import assurance_beforehand
from meervoud_web.rounds import actions
from meervoud_web.rounds.forms.preparing import RoundForm
from meervoud_web.rounds.models import Round, State
from meervoud_web.rounds.pages.finding import prepared_or_404, run_or_404
from meervoud_web.rounds.queries.preparing import BEFORE_ASKING, ON_PAPER, changeable, has_reactions

NEW = frozenset(
    {
        "title",
        "question",
        "introduction",
        "language",
        "statements",
        "opens_at",
        "closes_at",
        "moderation",
        "assurance",
    }
    | {"promised_hours", *BEFORE_ASKING, *ON_PAPER}
)
COPIED = ("introduction", "language", "fixed", "negotiable", "decider", "how_heard", "hand_in_at")
CHANGED_MEANWHILE = gettext_lazy(
    "Iemand anders heeft deze stellingenronde intussen veranderd. Uw tekst is nog niet bewaard. "
    "Open de ronde in een nieuw tabblad, bekijk wat er anders is en neem over wat u wilt houden."
)
QUESTION_STANDS = gettext_lazy(
    "Intussen heeft iemand gereageerd. Wat mensen vooraf lazen, staat nu vast; er is niets veranderd. "
    "Klopt de vraag echt niet? Sluit deze ronde dan en begin een nieuwe."
)


@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a draft, from nothing or from an earlier round."""
    challenge, person = prepared_or_404(request, slug)
    earlier = earlier_conversations(challenge)
    chosen = next((one for one in earlier if str(one.pk) == request.GET.get("van")), None)
    initial = _copied(chosen.pk) | {"title": chosen.title, "question": chosen.question} if chosen else {}
    form = RoundForm(request.POST if request.method == "POST" else None, changeable=NEW, initial=initial)
    if form.is_valid():
        round_ = actions.prepare_round(challenge, by=person, text=actions.RoundText(**form.given()))
        messages.success(
            request, _("De stellingenronde staat klaar als concept. Alleen wie hier werkt, ziet dat.")
        )
        return redirect("rounds:manage", round_.pk)
    context = {"form": form, "challenge": challenge, "earlier": earlier, "chosen": chosen}
    return render(request, "rounds/staff/edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, round_id: int) -> HttpResponse:
    """Change what may still be changed."""
    round_, person = run_or_404(request, round_id)
    touched = has_reactions(round_)
    # Whoever had the question in front of them when the first reaction came in hears that it is too late.
    seen_before = request.method == "POST" and "question" in request.POST
    form = RoundForm(
        request.POST if request.method == "POST" else None,
        changeable=changeable(round_, touched=touched and not seen_before),
        initial=_initial(round_),
    )
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.edit_round(round_, by=person, changes=form.given(), version=version)
        except actions.ChangedMeanwhileError:
            form.add_error(None, CHANGED_MEANWHILE)
        except actions.QuestionStandsError:
            form.add_error(None, QUESTION_STANDS)
        else:
            messages.success(request, _("De stellingenronde is bewaard."))
            return redirect("rounds:manage", round_.pk)
    context = {"form": form, "round": round_, "challenge": round_.conversation.challenge, "touched": touched}
    return render(request, "rounds/staff/edit.html", context, status=422 if form.is_bound else 200)


@require_safe
def preview(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show a draft as those who take part will see it."""
    round_, _person = run_or_404(request, round_id)
    if round_.state != State.DRAFT:
        return redirect(round_)
    texts = seed_texts(round_.conversation_id)
    context = {
        "round": round_,
        "conversation": round_.conversation,
        "first": texts[0] if texts else "",
        "assurance": assurance_beforehand(round_.conversation.assurance),
    }
    return render(request, "rounds/staff/preview.html", context)


def _initial(round_: Round) -> dict[str, Any]:
    text = vars(actions.text_of(round_))
    return {**text, "statements": "\n".join(text["statements"]), "version": round_.version}


def _copied(conversation_id: int) -> dict[str, Any]:
    """What an earlier conversation gives: its words where it was a round, and every statement that takes part."""
    round_ = Round.objects.filter(conversation_id=conversation_id).first()
    words = {name: getattr(round_, name) for name in COPIED} if round_ else {}
    texts = [" ".join(one.text.split()) for one in open_statements(conversation_id)]
    return words | {"statements": "\n".join(texts)}
