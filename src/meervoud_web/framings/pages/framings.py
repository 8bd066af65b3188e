"""The framings side by side, and one of them with all its versions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.framings import actions, queries, rules
from meervoud_web.framings.forms import AnswerForm, BeginForm, RewriteForm, SpeakerForm
from meervoud_web.framings.models import FramingVersion
from meervoud_web.framings.pages.finding import REWRITTEN_MEANWHILE, framing_or_404, sources_of
from meervoud_web.framings.words import sides_of
from meervoud_web.people.visitor import person_of, visitor


@login_not_required
@require_safe
def beside(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every framing beside the others, and on paper on one sheet."""
    person, challenge = visitor(request), challenge_or_404(request, slug)
    versions = queries.side_by_side(challenge, person=person)
    context = {
        "challenge": challenge,
        "versions": versions,
        "title": sides_of(challenge, len(versions)),
        "may_begin": rules.may_begin(person, challenge),
    }
    return render(request, "framings/beside.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Write how one's own actor sees it, or how another does."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_begin(person, challenge):
        raise PermissionDenied
    form = BeginForm(request.POST or None, challenge=challenge, person=person)
    if form.is_valid():
        try:
            framing = actions.begin_framing(
                challenge,
                by=person,
                actor=form.cleaned_data["actor"],
                holder=form.cleaned_data.get("holder", person),
                words=form.given(),
                sources=sources_of(request),
                request_id=form.cleaned_data["request_id"],
            )
        except actions.ActorTakenError:
            form.add_error("actor", _("Van deze actor is er al een kijk. Schrijf daar een nieuwe versie van."))
        else:
            messages.success(request, _("De kijk is bewaard."))
            return redirect(framing)
    return render(request, "framings/begin.html", {"challenge": challenge, "form": form})


@login_not_required
@require_safe
def framing(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one framing: its versions, what changed in each and why, and what the actor says of it."""
    return _show(request, slug, pk, form=None)


@require_POST
def answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Confirm or contest how a framing was written down."""
    person, found = person_of(request), framing_or_404(request, slug, pk)
    if not rules.speaks_for(person, found):
        raise PermissionDenied
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, slug, pk, form=form)
    given = form.cleaned_data
    try:
        if given["answer"] == "yes":
            actions.confirm(found, by=person, number=given["number"])
        else:
            actions.contest(found, by=person, number=given["number"], what=given["what"])
    except actions.RewrittenMeanwhileError:
        form.add_error(None, REWRITTEN_MEANWHILE)
        return _show(request, slug, pk, form=form)
    messages.success(request, _("Uw antwoord is bewaard."))
    return redirect(found)


@require_POST
def speaker(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask somebody to speak for an actor for whom nobody spoke yet."""
    person, found = person_of(request), framing_or_404(request, slug, pk)
    if not rules.may_write_for_others(person, found.challenge):
        raise PermissionDenied
    form = SpeakerForm(request.POST, challenge=found.challenge, person=person)
    if form.is_valid():
        actions.let_speak(found, by=person, holder=form.cleaned_data["holder"])
        messages.success(request, _("De actor heeft nu iemand die antwoordt."))
    else:
        messages.error(request, _("Kies wie voor de actor spreekt."))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def rewrite(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write a new version. ``?bron=signal:12`` names what made it change."""
    person, found = person_of(request), framing_or_404(request, slug, pk)
    if not rules.may_rewrite(person, found):
        raise PermissionDenied
    newest = found.versions.latest("number")
    form = RewriteForm(
        request.POST or None,
        instance=None if request.POST else newest,
        initial={"number": newest.number, "reason": ""},
    )
    if form.is_valid():
        try:
            actions.rewrite(
                found,
                by=person,
                words=form.given(),
                reason=form.cleaned_data["reason"],
                sources=sources_of(request),
                number=form.cleaned_data["number"],
            )
        except actions.RewrittenMeanwhileError:
            form.add_error(None, REWRITTEN_MEANWHILE)
        else:
            messages.success(request, _("De nieuwe versie is bewaard. De oude blijft leesbaar."))
            return redirect(found)
    context = {"challenge": found.challenge, "framing": found, "form": form}
    return render(request, "framings/rewrite.html", context)


def _show(request: HttpRequest, slug: str, pk: int, *, form: AnswerForm | None) -> HttpResponse:
    person, found = visitor(request), framing_or_404(request, slug, pk)
    written = queries.versions_of(found, person=person)
    newest: FramingVersion = written[0].version
    may_answer = rules.speaks_for(person, found)
    asks = found.holder_id is None and rules.may_write_for_others(person, found.challenge)
    context = {
        "challenge": found.challenge,
        "framing": found,
        "speaker_form": SpeakerForm(challenge=found.challenge, person=person) if asks and person else None,
        "written": written,
        "newest": newest,
        "form": (form or AnswerForm(initial={"number": newest.number})) if may_answer else None,
        "may_rewrite": rules.may_rewrite(person, found),
        "may_read_names": person is not None and person.works_here,
    }
    return render(request, "framings/framing.html", context)
