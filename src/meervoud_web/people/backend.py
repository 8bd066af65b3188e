"""Log-in by e-mail address and password, for people who have a role today."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser

from meervoud_web.people import rules
from meervoud_web.people.models import Person


class PersonBackend(ModelBackend):
    """Django asks this on log-in and again on every request, so access ends the moment a role does."""

    def user_can_authenticate(self, user: Person | AnonymousUser | None) -> bool:
        return isinstance(user, Person) and rules.may_enter(user)
