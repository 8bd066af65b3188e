"""A signal out of a note, with one tap on the page of the note."""

from __future__ import annotations

from uuid import uuid4

from meervoud_web.challenges.things import thing_of
from meervoud_web.notes.models import Note
from meervoud_web.notes.providers import FromNote
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.forms import ReportForm
from meervoud_web.signals.models import Observer
from meervoud_web.signals.models.signal import LONGEST


def signal_from_note(note: Note, person: Person) -> FromNote | None:
    """The form of a signal, filled with the words of the note."""
    if not rules.may_report(person, note.challenge):
        return None
    role = Observer.STAFF if person.works_here else Observer.RESIDENT
    # Ids of their own: the page of a note has more forms.
    form = ReportForm(initial={"tekst": note.text[:LONGEST], "rol": role}, auto_id="signal_%s")
    context = {
        "challenge": note.challenge,
        "form": form,
        "request_id": uuid4(),
        "source": str(thing_of(note)),
    }
    return FromNote(template="signals/from_note.html", context=context, order=10)
