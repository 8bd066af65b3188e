"""The photo with a signal, only for who may see it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.people.visitor import person_of
from meervoud_web.signals import actions
from meervoud_web.signals.forms import TakePhotoAwayForm
from meervoud_web.signals.pages.finding import challenge_or_404, signal_or_404, worked_on_or_404
from meervoud_web.signals.queries.seen import photo_of


@require_safe
def photo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Hand over the picture that we drew; a browser shows it, and does nothing else with it."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    found = photo_of(signal_or_404(challenge, person, pk), person=person)
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.picture), content_type="image/jpeg")
    response["Content-Disposition"] = f'inline; filename="signaal-{pk}.jpg"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def take_away(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask why a photo has to go, and let it go for good."""
    challenge, person = worked_on_or_404(request, slug)
    signal = signal_or_404(challenge, person, pk)
    found = photo_of(signal, person=person)
    if found is None:
        raise Http404
    form = TakePhotoAwayForm(request.POST or None)
    if form.is_valid():
        actions.take_photo_away(signal, by=person, reason=form.cleaned_data["reden"])
        messages.success(request, _("De foto is weg. Het signaal staat er nog."))
        return redirect(signal)
    context = {"challenge": challenge, "signal": signal, "photo": found, "form": form}
    return render(request, "signals/remove_photo.html", context, status=422 if form.errors else 200)
