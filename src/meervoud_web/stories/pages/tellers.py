"""Somebody who is followed: their consent, their stories through time, and letting them go."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.stories import actions
from meervoud_web.stories.forms import ConsentForm, FollowForm, StoryForm
from meervoud_web.stories.models import Teller
from meervoud_web.stories.pages.finding import sources_of, teller_or_404, worked_on_or_403, write
from meervoud_web.ui.addresses import public_address, qr_picture, without_scheme


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to follow somebody."""
    challenge, person = worked_on_or_403(request, slug)
    form = FollowForm(request.POST or None)
    return write(
        request,
        challenge=challenge,
        form=form,
        act=lambda: actions.follow(
            challenge, by=person, pseudonym=form.cleaned_data["pseudonym"], consent=form.given()
        ),
        done=_("U volgt nu iemand. Geef de code aan de verteller, en aan niemand anders."),
        title=_("Iemand volgen"),
        lead=_("Dezelfde mensen door de tijd: wat verandert er voor hen? Alleen met hun toestemming."),
        button=_("Begin met volgen"),
    )


@require_safe
def teller(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show somebody's stories in the order in which they were told."""
    found, _person = teller_or_404(request, slug, pk)
    address = public_address(request, found.get_own_url())
    consent = found.consent
    context = {
        "challenge": found.challenge,
        "teller": found,
        "consent": consent,
        "holds": consent is not None and consent.holds_on(timezone.localdate()),
        "typed": without_scheme(address),
        "qr": qr_picture(address),
    }
    return render(request, "stories/teller.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask for consent again."""
    found, person = teller_or_404(request, slug, pk)
    last = found.consent
    initial = {"purpose": last.purpose, "reach": last.reach} if last else {}
    form = ConsentForm(request.POST or None, initial=initial)

    def act() -> Teller:
        actions.renew_consent(found, by=person, consent=form.given())
        return found

    return write(
        request,
        challenge=found.challenge,
        form=form,
        act=act,
        done=_("De toestemming is bewaard. Wat eerder gold, blijft ernaast staan."),
        title=_("Toestemming opnieuw vragen"),
        lead=found.pseudonym,
        button=_("Bewaar de toestemming"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write down what somebody tells."""
    found, person = teller_or_404(request, slug, pk)
    form = StoryForm(request.POST or None, initial={"told_on": timezone.localdate()})
    former = list(found.stories.all())
    words: dict[str, Any] = {
        "title": _("Een verhaal opschrijven"),
        "lead": _("Verteld door %(who)s.") % {"who": found.pseudonym},
        "button": _("Bewaar het verhaal"),
        "former": former[-1] if former else None,
    }
    return write(
        request,
        challenge=found.challenge,
        form=form,
        act=lambda: actions.tell(
            found,
            by=person,
            told=form.told(),
            sources=sources_of(request, person),
            request_id=form.cleaned_data["request_id"] or form.fields["request_id"].initial(),
        ),
        done=_("Het verhaal is bewaard. De verteller leest het eerst zelf; daarna mag het gebruikt worden."),
        **words,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let everything of somebody go, when they ask for it."""
    found, person = teller_or_404(request, slug, pk)
    if request.method == "POST":
        actions.withdraw(found, by=person)
        messages.success(request, _("De verteller en alle verhalen zijn weg."))
        return redirect("stories:stories", slug=found.challenge.slug)
    return render(request, "stories/withdraw.html", {"challenge": found.challenge, "teller": found})
