"""The thing that a page is about, for who may see it, or no page: nobody learns what they may not read."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.notes import queries, rules
from meervoud_web.notes.models import Friction, Note, Promise
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of

Found = TypeVar("Found")


def challenge_to_note_on(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    """Find a challenge for somebody who works on it."""
    person, found = person_of(request), challenge_or_404(request, slug)
    if not rules.may_note(person, found):
        raise PermissionDenied
    return found, person


def note_or_404(request: HttpRequest, pk: int) -> tuple[Note, Person]:
    """Find a note that this person may read."""
    person = person_of(request)
    notes = queries.notes_seen_by(person, Note.objects.select_related("challenge", "writer"))
    return _one(notes.filter(pk=pk).first()), person


def own_note_or_404(request: HttpRequest, pk: int) -> tuple[Note, Person]:
    """Find a note for who wrote it; who may only read it changes nothing."""
    note, person = note_or_404(request, pk)
    if not rules.owns(person, note):
        raise PermissionDenied
    return note, person


def promise_or_404(request: HttpRequest, pk: int) -> tuple[Promise, Person]:
    """Find a promise that this person may see."""
    person = person_of(request)
    promises = queries.promises_seen_by(person, Promise.objects.select_related("challenge", "keeper"))
    return _one(promises.filter(pk=pk).first()), person


def friction_or_404(request: HttpRequest, pk: int) -> tuple[Friction, Person]:
    """Find a friction that this person may see."""
    person = person_of(request)
    frictions = queries.frictions_seen_by(person, Friction.objects.select_related("challenge", "lifter"))
    return _one(frictions.filter(pk=pk).first()), person


def _one(found: Found | None) -> Found:
    if found is None:
        raise Http404
    return found
