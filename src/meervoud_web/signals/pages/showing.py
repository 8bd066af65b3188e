"""Show a signal to everyone, and open the letterbox: for whoever works on the challenge."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meervoud_web.people.warnings import warnings_in
from meervoud_web.signals import actions
from meervoud_web.signals.forms import ShowForm
from meervoud_web.signals.models import Letterbox
from meervoud_web.signals.pages.finding import signal_or_404, worked_on_or_404
from meervoud_web.ui.addresses import public_address, qr_picture, without_scheme


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Choose the words in which everyone may read a signal, or take them back."""
    challenge, person = worked_on_or_404(request, slug)
    found = signal_or_404(challenge, person, pk)
    if request.method == "POST" and request.POST.get("stap") == "terug":
        actions.hide_signal(found, by=person)
        messages.success(request, _("Alleen wie aan de opgave werkt, ziet dit signaal nu nog."))
        return redirect(found)
    words = found.shown_as or found.seen[:300]
    form = ShowForm(request.POST if request.method == "POST" else None, initial={"woorden": words})
    text = form.cleaned_data["woorden"] if form.is_valid() else words
    mark = hashlib.sha256(text.encode()).hexdigest()
    warned = warnings_in(text)
    if form.is_valid() and (not warned or request.POST.get("gezien") == mark):
        actions.show_signal(found, by=person, shown_as=text)
        messages.success(request, _("Wie de opgave mag lezen, leest nu ook dit signaal."))
        return redirect(found)
    context = {"challenge": challenge, "signal": found, "form": form, "warned": warned, "mark": mark}
    return render(request, "signals/show.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def box(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the letterbox with its QR code; open or close it."""
    challenge, person = worked_on_or_404(request, slug)
    if request.method == "POST":
        if request.POST.get("stap") == "sluiten":
            actions.close_letterbox(challenge, by=person)
            messages.success(request, _("De signalenbus is gesloten. De code blijft bewaard."))
        else:
            actions.open_letterbox(challenge, by=person)
            messages.success(request, _("De signalenbus is open."))
        return redirect("signals:box", slug=challenge.slug)
    found = Letterbox.objects.filter(challenge=challenge).first()
    address = public_address(request, found.get_absolute_url()) if found else ""
    context = {
        "challenge": challenge,
        "box": found,
        "address": address,
        "typed": without_scheme(address),
        "qr": qr_picture(address) if found else "",
    }
    return render(request, "signals/box.html", context)
