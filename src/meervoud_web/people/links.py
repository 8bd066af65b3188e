"""Links with which somebody may choose a password or come in: once, for a while, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from meervoud_web.people.models import Person

LOG_IN_TERM = timedelta(minutes=15)


class LinkKind(Enum):
    """What somebody may do with the link, which decides how long it holds."""

    INVITATION = "invitation"
    RESET = "reset"
    LOG_IN = "log-in"

    @property
    def term(self) -> timedelta:
        """How long the link holds."""
        if self is LinkKind.INVITATION:
            return timedelta(days=settings.INVITATION_DAYS)
        if self is LinkKind.LOG_IN:
            return LOG_IN_TERM
        return timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)


def key_for(person: Person, kind: LinkKind) -> str:
    """Make the secret part of the link. Nothing of it is stored, so nothing can be stolen from a backup."""
    return signing.dumps([person.pk, _state_of(person, kind)], salt=_salt(kind))


def person_of_key(key: str, kind: LinkKind) -> Person | None:
    """Find whose link this is, or ``None`` when it is false, too old or used."""
    try:
        pk, state = signing.loads(key, salt=_salt(kind), max_age=kind.term)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(pk=pk, is_active=True).first()
    if person is None or not constant_time_compare(state, _state_of(person, kind)):
        return None
    # An invitation that has run out must not come back to life as a forgotten password.
    if person.has_usable_password() == (kind is LinkKind.INVITATION):
        return None
    return person


def _state_of(person: Person, kind: LinkKind) -> str:
    """Sum up what changes when the link is used, or when a newer invitation replaces it."""
    value = f"{person.password}|{person.invited_at}|{person.sessions_ended_at}"
    if kind is LinkKind.LOG_IN:
        value += f"|{person.last_login}"
    return salted_hmac("meervoud_web.people.links", value, algorithm="sha256").hexdigest()[:32]


def _salt(kind: LinkKind) -> str:
    return f"meervoud_web.people.links.{kind.value}"
