"""Who has which part in a challenge, and in which role somebody does something."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.people.models import Person, Role


def held_now() -> Q:
    """Keep the parts that are held today."""
    today = timezone.localdate()
    return Q(starts_on__lte=today) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))


def involved_now(challenge: Challenge) -> QuerySet[Involvement]:
    """Who has a part in this challenge today, with their accounts."""
    return challenge.involvements.filter(held_now()).select_related("person")


def parts_of(person: Person, challenge: Challenge) -> frozenset[Part]:
    """The parts that this person has in this challenge today."""
    held = Involvement.objects.filter(held_now(), person=person, challenge=challenge)
    return frozenset(Part(role) for role in held.values_list("role", flat=True))


def role_of(person: Person | None, challenge: Challenge | None) -> str:
    """The role in which this person acts: their first part in the challenge, or else their first role here."""
    if person is None:
        return ""
    parts = parts_of(person, challenge) if challenge is not None else frozenset()
    in_challenge = next((part.value for part in Part if part in parts), "")
    return in_challenge or next((role.value for role in Role if role in person.roles), "")


def name_of_role(slug: str) -> str:
    """How a role from the journal is called; it can be one in the house or one in a challenge."""
    names: dict[str, str] = {role.value: str(role.label) for role in (*Role, *Part)}
    return names.get(slug, "")


def involvements_seen_by(person: Person | None, involvements: QuerySet[Involvement]) -> QuerySet[Involvement]:
    """Names are for whoever works here, and one's own for oneself."""
    if person is None:
        return involvements.none()
    return involvements if person.works_here else involvements.filter(person=person)


def load_of_people() -> QuerySet[Person]:
    """Everybody who has a part in a challenge today, with all their parts: who is asked a lot, and for what."""
    held = Involvement.objects.filter(held_now()).select_related("challenge").order_by("challenge__title", "role")
    return (
        Person.objects.filter(is_active=True, pk__in=held.values("person"))
        .prefetch_related(Prefetch("involvements", queryset=held, to_attr="parts_today"))
        .order_by("name", "pk")
    )
