"""The framing that a page is about, or no page."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.things import Thing
from meervoud_web.framings.models import Framing, FramingVersion
from meervoud_web.framings.queries.seen import versions_seen_by
from meervoud_web.people.visitor import visitor

REWRITTEN_MEANWHILE = gettext_lazy(
    "Intussen is er een nieuwe versie geschreven. Uw tekst is nog niet bewaard. "
    "Open de kijk in een nieuw tabblad, lees wat er anders is en neem over wat u wilt houden."
)


def framing_or_404(request: HttpRequest, slug: str, pk: int) -> Framing:
    """Find a framing of which whoever asks may read at least one version."""
    challenge = challenge_or_404(request, slug)
    seen = versions_seen_by(visitor(request), FramingVersion.objects.filter(framing=pk))
    found = Framing.objects.filter(pk=pk, challenge=challenge, pk__in=seen.values("framing"))
    framing = found.select_related("challenge", "holder").first()
    if framing is None:
        raise Http404
    return framing


def sources_of(request: HttpRequest) -> list[Thing]:
    """What this comes from: ``?bron=signal:12``."""
    return [thing for thing in map(Thing.parse, request.GET.getlist("bron")) if thing is not None]
