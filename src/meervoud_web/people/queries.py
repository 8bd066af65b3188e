"""What can be asked about people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import QuerySet

from meervoud_web.people.mentions import Mention, mentions_of
from meervoud_web.people.models import Person, PersonErased, RoleAssignment, TermsKept
from meervoud_web.people.personal import Door, Holding, Loose, OpenWork, Record, doors
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


@dataclass(frozen=True, kw_only=True)
class Held:
    """How many things of one kind an app holds about somebody, and what becomes of them; never what they say."""

    kind: str
    count: int
    fate: str
    ground: str


def everything_about(person: Person) -> Iterator[tuple[Door, list[Record]]]:
    """All that each app holds about somebody, app by app."""
    for door in doors():
        records = list(door.export(person))
        if records:
            yield door, records


def held_about(person: Person) -> list[tuple[Door, list[Held]]]:
    """For each app how many things of which kind it holds about somebody; apps with nothing are left out."""
    found = []
    for door in doors():
        held = [_held(one, person) for one in door.all_that_is_held]
        if any(one.count for one in held):
            found.append((door, [one for one in held if one.count]))
    return found


def named_elsewhere(person: Person) -> list[Mention]:
    """In which kinds of records somebody is named in words, by whoever."""
    return list(mentions_of(person))


def open_work_of(person: Person) -> list[OpenWork]:
    """What waits for somebody, and had better be handed over before they go."""
    return [work for door in doors() if door.waits is not None for work in door.waits(person)]


def person_at(address: str) -> Person | None:
    """Find an account by its e-mail address, or by its number."""
    known = everyone()
    address = address.strip().lower()
    is_number = address.isascii() and address.isdigit() and len(address) < 19
    return known.filter(pk=int(address)).first() if is_number else known.filter(email=address).first()


def erased_lately() -> QuerySet[PersonErased]:
    """Who was erased, as numbers, the newest first."""
    return PersonErased.objects.all()[:50]


def _held(one: Holding | Loose, person: Person) -> Held:
    if isinstance(one, Holding):
        return Held(
            kind=one.name, count=one.rows(person).count(), fate=str(one.fate.value), ground=str(one.ground)
        )
    count = sum(1 for _record in one.export(person))
    return Held(kind=one.name, count=count, fate=str(one.fate), ground=str(one.ground))
