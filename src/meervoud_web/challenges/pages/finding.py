"""The challenge that a page is about, or no page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy

from meervoud_web.challenges import queries, rules
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor

CHANGED_MEANWHILE = gettext_lazy(
    "Iemand anders heeft deze opgave intussen veranderd. Uw tekst is nog niet bewaard. "
    "Open de opgave in een nieuw tabblad, bekijk wat er anders is en neem over wat u wilt houden."
)


def challenge_or_404(request: HttpRequest, slug: str) -> Challenge:
    """Find a challenge that whoever asks may see."""
    found = queries.challenge_for(visitor(request), slug)
    if found is None:
        raise Http404
    return found


def challenge_to_edit(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge for somebody who may change it."""
    person = person_of(request)
    if not rules.may_edit_challenges(person):
        raise PermissionDenied
    return challenge_or_404(request, slug), person
