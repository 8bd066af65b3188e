"""Who can keep a promise, and who can lift a friction."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from meervoud_web.challenges.models import WORKING_PARTS, Challenge, Involvement
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.people.models import Person

FROM_SOCIETY = ("partner", "resident", "expert-by-experience", "external-adviser")
"""Parts of those who work outside the line: what blocks us there is not theirs to lift."""


def workers_on(challenge: Challenge, *, me: Person) -> QuerySet[Person]:
    """Who works on the challenge today, and who asks."""
    held = Involvement.objects.filter(held_now(), challenge=challenge, role__in=WORKING_PARTS)
    return Person.objects.filter(Q(pk__in=held.values("person")) | Q(pk=me.pk), is_active=True)


def lifters_for(challenge: Challenge) -> QuerySet[Person]:
    """Who has a part in the challenge from within the line or its council."""
    held = Involvement.objects.filter(held_now(), challenge=challenge).exclude(role__in=FROM_SOCIETY)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)
