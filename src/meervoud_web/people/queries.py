"""What can be asked about people."""

from __future__ import annotations

from datetime import datetime

from django.apps import apps
from django.db.models import QuerySet

from meervoud_web.people.models import Person, RoleAssignment, TermsKept
from meervoud_web.people.policy import DataPolicy


def everyone() -> QuerySet[Person]:
    """Return all accounts with their roles, in two queries however many there are."""
    return Person.objects.prefetch_related("assignments")


def person_with_roles(pk: int) -> Person | None:
    """Find one account."""
    return everyone().filter(pk=pk).first()


def assignment_of(person: Person, pk: int) -> RoleAssignment | None:
    """Find one role of this person."""
    return person.assignments.filter(pk=pk).first()


def kept_data() -> list[tuple[str, DataPolicy]]:
    """List, for the privacy page, each kind of personal data with why and how long we keep it."""
    policies = [
        (str(model._meta.verbose_name_plural), getattr(model, "data_policy", None)) for model in apps.get_models()
    ]
    return [(name, policy) for name, policy in policies if isinstance(policy, DataPolicy)]


def terms_kept_at() -> datetime | None:
    """When what was kept long enough was let go for the last time."""
    return TermsKept.objects.order_by("-at").values_list("at", flat=True).first()
