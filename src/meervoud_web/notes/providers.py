"""What other apps can make of a note with one tap, registered in their ``apps.py``.

So ``notes`` knows no app above it::

    register_from_note(signal_from_note)

A provider gets the note and the person who reads it, and returns the template of its form with its context, or
``None`` when this person cannot make it. Inside the template the context is called ``made``, the note ``note``.
The form posts to an address of the app itself, which passes ``sources=[thing_of(note)]`` to its action.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

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
