"""Something seen in the city out of a note, with one tap on the page of the note."""

from __future__ import annotations

from meervoud_web.challenges.things import thing_of
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.forms import EnterForm
from meervoud_web.notes.models import Note
from meervoud_web.notes.providers import FromNote
from meervoud_web.people.models import Person


def sighting_from_note(note: Note, person: Person) -> FromNote | None:
    """The form, filled with the words of the note."""
    if not rules.reads_along(person, note.challenge):
        return None
    # Ids of their own: the page of a note has more forms.
    form = EnterForm(initial={"shows": note.text[:600]}, auto_id="seen_%s")
    context = {"challenge": note.challenge, "form": form, "source": str(thing_of(note))}
    return FromNote(template="initiatives/from_note.html", context=context, order=20)
