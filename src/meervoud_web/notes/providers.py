"""What other apps can make of a note with one tap, and what waits there for whom, registered in their ``apps.py``.

So ``notes`` knows no app above it::

    register_from_note(signal_from_note)

A provider gets the note and the person who reads it, and returns the template of its form with its context, or
``None`` when this person cannot make it. Inside the template the context is called ``made``, the note ``note``.
The form posts to an address of the app itself, which passes ``sources=[thing_of(note)]`` to its action.

``register_awaited`` adds what somebody owes others in another app to "Wie wacht op mij" and the mail of Monday.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from meervoud_web.challenges.providers import Waiting
from meervoud_web.notes.models import Note
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class FromNote:
    """A form on the page of a note: ``template`` is rendered with ``context`` as ``made``, lowest order first."""

    template: str
    context: Mapping[str, Any]
    order: int = 100


FromNoteProvider = Callable[[Note, Person], FromNote | None]

_providers: list[FromNoteProvider] = []


def register_from_note(provider: FromNoteProvider) -> None:
    """Add a form to the page of every note; registering twice changes nothing."""
    if provider not in _providers:
        _providers.append(provider)


def made_from(note: Note, person: Person) -> list[FromNote]:
    """Ask every app what ``person`` can make of ``note``."""
    forms = [form for provider in _providers if (form := provider(note, person)) is not None]
    return sorted(forms, key=lambda form: form.order)


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """What waits for people in another app: for whom anything does, and what waits for one of them by a day."""

    people: Callable[[], QuerySet[Person]]
    of: Callable[[Person, date | None], Sequence[Waiting]]


_awaited: list[Awaited] = []


def register_awaited(awaited: Awaited) -> None:
    """Add what waits for people; registering twice changes nothing."""
    if awaited not in _awaited:
        _awaited.append(awaited)


def awaited_of(person: Person, until: date | None) -> tuple[Waiting, ...]:
    """Ask every app what waits for ``person``, or only what is due by a day; what is late first."""
    found = [one for awaited in _awaited for one in awaited.of(person, until)]
    return tuple(sorted(found, key=lambda one: (one.due_on is None, one.due_on)))


def everybody_awaited() -> set[int]:
    """The keys of all for whom something waits in another app."""
    return {pk for awaited in _awaited for pk in awaited.people().values_list("pk", flat=True)}
