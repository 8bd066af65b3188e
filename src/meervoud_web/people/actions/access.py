"""Give access and take it away: roles, deactivation, sessions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from meervoud_web.people import rules
from meervoud_web.people.models import Person, Role, RoleAssignment

log = structlog.get_logger(__name__)


class LastAdministratorError(Exception):
    """What was asked would leave nobody who can manage the accounts."""


@contextmanager
def an_administrator_stays() -> Iterator[None]:
    """Undo what happens inside when it takes away the last lasting administrator.

    Two administrators who deactivate each other at the same moment must not both succeed: SQLite lets one
    writer at a time begin, and on PostgreSQL everyone who changes access first locks all administrators.
    """
    with transaction.atomic():
        before = _has_lasting_administrator()
        yield
        if before and not _has_lasting_administrator():
            raise LastAdministratorError


def _has_lasting_administrator() -> bool:
    lasting = RoleAssignment.objects.select_for_update().filter(
        role=Role.ADMINISTRATOR, ends_on__isnull=True, starts_on__lte=timezone.localdate()
    )
    people = {held.person_id for held in lasting}
    return any(person.has_usable_password() for person in Person.objects.filter(pk__in=people, is_active=True))


def give_role(person: Person, *, by: Person, role: Role, ends_on: date | None = None) -> RoleAssignment:
    """Give a role from today on. Given again on the same day, only the end date changes."""
    if not rules.may_manage_people(by):
        raise PermissionDenied
    with an_administrator_stays():
        held, _ = RoleAssignment.objects.update_or_create(
            person=person, role=role, starts_on=timezone.localdate(), defaults={"ends_on": ends_on}
        )
    log.info("role given", by=by.pk, person=person.pk, role=role.value, ends_on=str(ends_on))
    return held


def end_role(held: RoleAssignment, *, by: Person) -> None:
    """Let a role end as of today; one that began today is taken back whole."""
    if not rules.may_manage_people(by):
        raise PermissionDenied
    today = timezone.localdate()
    with an_administrator_stays():
        if held.starts_on >= today:
            RoleAssignment.objects.filter(pk=held.pk).delete()
        elif held.ends_on is None or held.ends_on >= today:
            RoleAssignment.objects.filter(pk=held.pk).update(ends_on=today - timedelta(days=1))
    log.info("role ended", by=by.pk, person=held.person_id, role=held.role)


def deactivate(person: Person, *, by: Person) -> None:
    """Take all access away at once; what the person did stays."""
    if not rules.may_manage_people(by):
        raise PermissionDenied
    with an_administrator_stays():
        Person.objects.filter(pk=person.pk).update(is_active=False, sessions_ended_at=timezone.now())
    log.info("access taken away", by=by.pk, person=person.pk)


def reactivate(person: Person, *, by: Person) -> None:
    """Give access back. Sessions from before stay ended: log in again."""
    if not rules.may_manage_people(by):
        raise PermissionDenied
    Person.objects.filter(pk=person.pk).update(is_active=True)
    log.info("access given back", by=by.pk, person=person.pk)


def end_other_sessions(person: Person) -> None:
    """Log this person out everywhere; the page that asks for it renews its own session."""
    person.sessions_ended_at = timezone.now()
    person.save(update_fields=["sessions_ended_at"])
