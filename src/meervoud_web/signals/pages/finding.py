"""Which challenge and which signal a page is about; who may not work on it gets no page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries import challenge_for
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor
from meervoud_web.signals import rules
from meervoud_web.signals.models import Signal
from meervoud_web.signals.queries.seen import signals_of


def challenge_or_404(request: HttpRequest, slug: str) -> Challenge:
    """Find a challenge that whoever asks may see."""
    found = challenge_for(visitor(request), slug)
    if found is None:
        raise Http404
    return found


def worked_on_or_404(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge for somebody who reads its signals."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_read(person, challenge):
        raise PermissionDenied
    return challenge, person


def signal_or_404(challenge: Challenge, person: Person | None, pk: int) -> Signal:
    """Find a signal that this person may see."""
    found = signals_of(challenge, person=person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
