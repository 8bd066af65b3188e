"""Invite somebody: an account with a role and without a password, and a link with which to choose one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import structlog
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from meervoud_web.people import rules
from meervoud_web.people.links import LinkKind, key_for
from meervoud_web.people.mail import send
from meervoud_web.people.models import Person, Role, RoleAssignment

log = structlog.get_logger(__name__)

LinkOfKey = Callable[[str], str]


class AlreadyKnownError(Exception):
    """There is an account with this e-mail address already."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.email)
        self.person = person


def invite(
    *, by: Person, email: str, name: str, role: Role, ends_on: date | None = None, link_of_key: LinkOfKey
) -> tuple[Person, str]:
    """Make the account, mail the link, and return both: without mail the administrator hands the link over."""
    if not rules.may_manage_people(by):
        raise PermissionDenied
    try:
        with transaction.atomic():
            person = Person.objects.create_person(email=email, name=name, invited_at=timezone.now())
            RoleAssignment.objects.create(person=person, role=role, ends_on=ends_on)
    except IntegrityError as error:
        existing = Person.objects.filter(email=email.strip().lower()).first()
        if existing is None:
            raise
        raise AlreadyKnownError(existing) from error
    return person, _send_link(person, by=by, link_of_key=link_of_key)


def invite_again(person: Person, *, by: Person, link_of_key: LinkOfKey) -> str:
    """Make a new link for somebody who has not chosen a password yet; the earlier link stops working."""
    if not rules.may_manage_people(by):
        raise PermissionDenied
    person.invited_at = timezone.now()
    person.save(update_fields=["invited_at"])
    return _send_link(person, by=by, link_of_key=link_of_key)


def _send_link(person: Person, *, by: Person, link_of_key: LinkOfKey) -> str:
    link = link_of_key(key_for(person, LinkKind.INVITATION))
    log.info("invited", by=by.pk, person=person.pk)
    with translation.override(person.language):
        send(
            to=person,
            subject=_("Uw uitnodiging voor Meervoud"),
            template="people/mail/invitation.txt",
            context={"person": person, "by": by, "link": link, "days": LinkKind.INVITATION.term.days},
        )
    return link
