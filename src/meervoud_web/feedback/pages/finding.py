"""The theme that a page is about, for who may see it, or no page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.feedback import rules
from meervoud_web.feedback.models import Theme
from meervoud_web.feedback.queries.seen import themes_seen_by
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor


def challenge_to_answer(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge for somebody who answers people on it."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_answer(person, challenge):
        raise PermissionDenied
    return challenge, person


def theme_or_404(request: HttpRequest, slug: str, pk: int) -> Theme:
    """Find a theme of this challenge that whoever asks may read."""
    challenge = challenge_or_404(request, slug)
    themes = themes_seen_by(visitor(request), Theme.objects.filter(challenge=challenge))
    found = themes.select_related("challenge", "choice__challenge", "keeper").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def theme_to_answer(request: HttpRequest, slug: str, pk: int) -> tuple[Theme, Person]:
    """Find a theme for somebody who answers it."""
    _challenge, person = challenge_to_answer(request, slug)
    return theme_or_404(request, slug, pk), person
