"""Which round a page for staff is about; who may not run it gets no page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries import challenge_for
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of
from meervoud_web.rounds import rules
from meervoud_web.rounds.models import Round
from meervoud_web.rounds.queries.overview import round_for_staff


def run_or_404(request: HttpRequest, round_id: int) -> tuple[Round, Person]:
    """Find a round that this person may change, open and close."""
    person, round_ = person_of(request), round_for_staff(round_id)
    if round_ is None:
        raise Http404
    if not rules.may_run(person, round_):
        raise PermissionDenied
    return round_, person


def moderated_or_404(request: HttpRequest, round_id: int) -> tuple[Round, Person]:
    """Find a round whose statements this person may read and decide about."""
    person, round_ = person_of(request), round_for_staff(round_id)
    if round_ is None:
        raise Http404
    if not rules.may_moderate(person, round_):
        raise PermissionDenied
    return round_, person


def prepared_or_404(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge on which this person may set a round up."""
    person = person_of(request)
    challenge = challenge_for(person, slug)
    if challenge is None:
        raise Http404
    if not rules.may_prepare(person, challenge):
        raise PermissionDenied
    return challenge, person
