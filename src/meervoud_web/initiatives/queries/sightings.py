"""What was seen in the city, in a challenge."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Kind, Thing, kinds
from meervoud_web.initiatives.models import MayLearn, Sighting
from meervoud_web.initiatives.queries.seen import sightings_seen_by
from meervoud_web.people.models import Person

ASK_WITHIN = timedelta(days=14)
"""How long something may stand here before somebody asks those who do it whether we may learn from it."""
CHANGED_BY_IT = ("choice", "main-line", "assumption", "promise")
"""Kinds of things that can have changed because of what was seen, as far as their apps are there."""
MOST = 50


def sightings_of(challenge: Challenge, *, person: Person | None) -> QuerySet[Sighting]:
    """What this person may read, the newest first."""
    return sightings_seen_by(person, Sighting.objects.filter(challenge=challenge)).select_related("challenge")


def not_asked_too_long(challenge: Challenge) -> QuerySet[Sighting]:
    """What stands here a while, and nobody asked those who do it."""
    since = timezone.now() - ASK_WITHIN
    return challenge.sightings.filter(may_learn=MayLearn.NOT_ASKED, entered_at__lt=since)


def can_have_changed(challenge: Challenge, *, person: Person) -> list[tuple[Thing, Kind, str]]:
    """The things of a challenge that this person sees and that may have changed because of something."""
    found: list[tuple[Thing, Kind, str]] = []
    for kind in (kinds()[slug] for slug in CHANGED_BY_IT if slug in kinds()):
        rows = kind.rows_for(person).filter(challenge=challenge).order_by("-pk")[:MOST]
        found.extend((Thing(kind.slug, row.pk), kind, kind.title(row)) for row in rows)
    return found
