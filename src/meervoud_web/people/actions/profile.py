"""Change what you say about yourself."""

from __future__ import annotations

from meervoud_web.people.models import Person


def edit_own_profile(person: Person, *, name: str, language: str) -> None:
    """Change your own name and language."""
    Person.objects.filter(pk=person.pk).update(name=name, language=language)
