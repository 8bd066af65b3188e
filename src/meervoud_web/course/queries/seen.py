"""Who sees which handover and which dissent: the one place that decides."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from meervoud_web.challenges.models import Involvement, Part
from meervoud_web.challenges.queries.challenge import challenges_for
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.course.models import Dissent, Handover
from meervoud_web.course.rules import READING_PARTS
from meervoud_web.people.models import Person, Role


def handovers_seen_by(person: Person | None, handovers: QuerySet[Handover]) -> QuerySet[Handover]:
    """What is finished is for whoever may see the challenge; what goes on for those whose work it is."""
    seen = Q(finished_at__isnull=False)
    if person is not None and person.is_active:
        everywhere = person.has_role(Role.CHALLENGE_MANAGER, Role.ADMINISTRATOR)
        seen |= Q(pk__isnull=False) if everywhere else _with_part(person, READING_PARTS)
    return handovers.filter(seen, challenge__in=challenges_for(person))


def dissents_seen_by(person: Person | None, dissents: QuerySet[Dissent]) -> QuerySet[Dissent]:
    """One's own, and those of challenges that one works on or is principal of."""
    if person is None or not person.is_active:
        return dissents.none()
    if person.has_role(Role.CHALLENGE_MANAGER):
        return dissents
    return dissents.filter(
        Q(author=person) | _with_part(person, READING_PARTS), challenge__in=challenges_for(person)
    )


def _with_part(person: Person, parts: Collection[Part]) -> Q:
    held = Involvement.objects.filter(held_now(), person=person, role__in=parts)
    return Q(challenge__in=held.values("challenge"))
