"""Who looks at a page: somebody who works here, or a visitor without an account."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from meervoud_web.people.models import Person


def visitor(request: HttpRequest) -> Person | None:
    """Return the person who is logged in, or ``None``."""
    return request.user if isinstance(request.user, Person) else None


def person_of(request: HttpRequest) -> Person:
    """Return the person who is logged in, on a page that asks for log-in."""
    person = visitor(request)
    if person is None:
        raise PermissionDenied
    return person
