"""Log in, and slow down who guesses passwords."""

from __future__ import annotations

import structlog
from django.contrib import auth
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from meervoud_web.people.actions.attempts import Limit, address_of, forget, write_down
from meervoud_web.people.models import LoginAttempt, Person

MOST_PER_ACCOUNT = 10
MOST_PER_ADDRESS = 50

log = structlog.get_logger(__name__)


class WrongCredentialsError(Exception):
    """No account, a wrong password, no access any more: from outside all the same."""


def log_in(request: HttpRequest, *, email: str, password: str) -> Person:
    """Begin a new session for whoever this is."""
    account = Limit("log-in account", email.strip().lower(), MOST_PER_ACCOUNT)
    address = Limit("log-in address", address_of(request), MOST_PER_ADDRESS)
    attempts = write_down([account, address])
    person = auth.authenticate(request, username=email, password=password)
    if not isinstance(person, Person):
        log.warning("log-in failed", origin=address.value)
        raise WrongCredentialsError
    auth.login(request, person)  # rotates the session key and the CSRF token
    log.info("logged in", person=person.pk, origin=address.value)
    SessionStore.clear_expired()  # nobody needs to run a job for what is past
    forget(attempts)
    LoginAttempt.objects.filter(key=account.key).delete()
    return person
