"""The photo with a signal, only for who may see it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from meervoud_web.people.visitor import person_of
from meervoud_web.signals.pages.finding import challenge_or_404, signal_or_404
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
