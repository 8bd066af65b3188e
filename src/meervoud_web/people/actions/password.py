"""Choose, change and forget a password."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from meervoud_web.people import rules
from meervoud_web.people.actions.attempts import Limit, address_of, write_down
from meervoud_web.people.links import LinkKind, key_for, person_of_key
from meervoud_web.people.mail import send
from meervoud_web.people.models import Person

log = structlog.get_logger(__name__)

LinkOfKey = Callable[[str], str]
MOST_MAILS_PER_ACCOUNT = 3
MOST_MAILS_PER_ADDRESS = 20


def choose_password(*, key: str, kind: LinkKind, password: str) -> Person | None:
    """Set the password of whoever the link belongs to; ``None`` when the link was used in the meantime."""
    with transaction.atomic():
        found = person_of_key(key, kind)
        if found is None:
            return None
        Person.objects.select_for_update().get(pk=found.pk)
        person = person_of_key(key, kind)  # again, now that nobody else can use the link
        if person is not None:
            change_password(person, password=password)
        return person


def change_password(person: Person, *, password: str) -> None:
    """Set a new password, which ends every session that was begun with the old one."""
    person.set_password(password)
    person.sessions_ended_at = timezone.now()
    person.save(update_fields=["password", "sessions_ended_at"])
    log.info("password changed", person=person.pk)


def ask_for_reset_link(request: HttpRequest, *, email: str, link_of_key: LinkOfKey) -> None:
    """Mail a link when there is such an account. Whoever asks cannot tell whether there is."""
    write_down(
        [
            Limit("reset account", email.strip().lower(), MOST_MAILS_PER_ACCOUNT),
            Limit("reset address", address_of(request), MOST_MAILS_PER_ADDRESS),
        ]
    )
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is not None and person.has_usable_password():
        _mail_reset_link(person, link_of_key=link_of_key)


def send_reset_link(person: Person, *, by: Person, link_of_key: LinkOfKey) -> bool:
    """Mail a link to somebody who asked the administrator; the administrator does not get to see it."""
    if not rules.may_manage_people(by) or not person.is_active or not person.has_usable_password():
        raise PermissionDenied
    return _mail_reset_link(person, link_of_key=link_of_key)


def _mail_reset_link(person: Person, *, link_of_key: LinkOfKey) -> bool:
    with translation.override(person.language):
        return send(
            to=person,
            subject=_("Een nieuw wachtwoord voor Meervoud"),
            template="people/mail/reset.txt",
            context={"person": person, "link": link_of_key(key_for(person, LinkKind.RESET))},
        )
