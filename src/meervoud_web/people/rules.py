"""Who may do what with people and their roles."""

from __future__ import annotations

from meervoud_web.people.models import Person


def may_enter(person: Person) -> bool:
    """Only who is active and has a role today comes in; an external adviser's term can be over."""
    return person.is_active and bool(person.roles)


def may_manage_people(person: Person) -> bool:
    """Invite people, give them roles, and take access away."""
    return person.is_administrator
