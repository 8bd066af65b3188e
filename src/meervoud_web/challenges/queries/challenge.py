"""Which challenges there are for somebody, and whose house this is."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from meervoud_web.challenges.models import Challenge, Involvement, Municipality, QuestionVersion
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.people.models import Person


def challenges_for(person: Person | None) -> QuerySet[Challenge]:
    """Return the challenges that this person may see: a visitor only the open ones."""
    return seen_by(person, Challenge.objects.all())


def seen_by(person: Person | None, challenges: QuerySet[Challenge]) -> QuerySet[Challenge]:
    """Keep the challenges that this person may see."""
    if person is None:
        return challenges.filter(is_public=True)
    if person.works_here:
        return challenges
    involved = Involvement.objects.filter(held_now(), person=person).values("challenge")
    return challenges.filter(Q(is_public=True) | Q(pk__in=involved))


def questions_seen_by(person: Person | None, versions: QuerySet[QuestionVersion]) -> QuerySet[QuestionVersion]:
    """How a question was asked is for whoever may see the challenge."""
    return versions.filter(challenge__in=challenges_for(person))


def challenge_for(person: Person | None, slug: str) -> Challenge | None:
    """Find a challenge that this person may see."""
    return challenges_for(person).filter(slug=slug).first()


def the_municipality() -> Municipality | None:
    """Return the municipality, once somebody has said which one this is."""
    return Municipality.objects.first()


def municipality_of_page(request: HttpRequest) -> dict[str, Any]:
    """Give every template the municipality (a context processor)."""
    return {"municipality": the_municipality()}
