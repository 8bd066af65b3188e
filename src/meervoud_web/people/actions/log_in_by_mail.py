"""Log in with a link from a mail: for who reads on a tablet in the car and has no password at hand."""

from __future__ import annotations

import structlog
from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from meervoud_web.people.actions.attempts import Limit, address_of, write_down
from meervoud_web.people.actions.password import MOST_MAILS_PER_ACCOUNT, MOST_MAILS_PER_ADDRESS, LinkOfKey
from meervoud_web.people.links import LinkKind, key_for, person_of_key
from meervoud_web.people.mail import send
from meervoud_web.people.models import Person

BACKEND = "meervoud_web.people.backend.PersonBackend"

log = structlog.get_logger(__name__)


def ask_for_log_in_link(request: HttpRequest, *, email: str, link_of_key: LinkOfKey) -> None:
    """Mail a link when there is such an account. Whoever asks cannot tell whether there is.

    Who looks after the accounts gets none: a mailbox that somebody else can read must not open all the others.
    """
    write_down(
        [
            Limit("link account", email.strip().lower(), MOST_MAILS_PER_ACCOUNT),
            Limit("link address", address_of(request), MOST_MAILS_PER_ADDRESS),
        ]
    )
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None or not person.has_usable_password() or person.is_administrator:
        return
    with translation.override(person.language):
        send(
            to=person,
            subject=_("Inloggen bij Meervoud"),
            template="people/mail/log_in.txt",
            context={"person": person, "link": link_of_key(key_for(person, LinkKind.LOG_IN))},
        )


def log_in_with_link(request: HttpRequest, *, key: str) -> Person | None:
    """Begin a session for whoever the link belongs to, once; ``None`` when it is false, too old or used."""
    with transaction.atomic():
        found = person_of_key(key, LinkKind.LOG_IN)
        if found is None:
            return None
        Person.objects.select_for_update().get(pk=found.pk)
        person = person_of_key(key, LinkKind.LOG_IN)  # again, now that nobody else can use the link
        if person is None or person.is_administrator:
            return None
        auth.login(request, person, backend=BACKEND)  # notes the moment, and with that the link is used
    log.info("logged in with a link", person=person.pk, origin=address_of(request))
    return person
