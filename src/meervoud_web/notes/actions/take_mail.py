"""Making a note of a mail that somebody forwarded."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.notes import queries
from meervoud_web.notes.actions.note import write_note
from meervoud_web.notes.letters import Letter, RefusedMailError, read_letter
from meervoud_web.notes.models import Note, Way
from meervoud_web.people.models import Person

MAILS = UUID("0b9d6a52-8c7e-4d0a-9a39-6f5f6f0d7c11")
"""So that the same mail, delivered twice, is the same note."""


def take_mail(raw: bytes, *, challenge: str = "") -> Note:
    """Keep a mail as a note of its sender, for them alone. ``challenge`` is the address of one, if that is known.

    Raises
    ------
    RefusedMailError
        With the reason, when it becomes no note.
    """
    letter = read_letter(raw)
    person = Person.objects.filter(email=letter.sender, is_active=True).first()
    if person is None:
        raise RefusedMailError(_("Dit e-mailadres hoort niet bij iemand die hier kan inloggen."))
    with translation.override(person.language):
        found = _challenge_of(letter, person, given=challenge)
        try:
            return write_note(
                found, by=person, text=_text_of(letter), request_id=_id_of(letter, raw), way=Way.MAIL
            )
        except PermissionDenied:
            raise RefusedMailError(_("U werkt niet aan deze opgave.")) from None


def _challenge_of(letter: Letter, person: Person, *, given: str) -> Challenge:
    """The challenge that is given, in the address (name+challenge@), in the subject, or else the only one."""
    theirs = list(queries.worked_on_by(person))
    wanted = {given} if given else {_after_plus(address) for address in letter.sent_to} - {""}
    named = [one for one in theirs if one.slug in wanted]
    if not wanted:
        subject = letter.subject.casefold()
        named = [one for one in theirs if one.title.casefold() in subject] or theirs
    if len(named) != 1:
        raise RefusedMailError(
            _("Het is niet duidelijk bij welke opgave dit hoort. Zet de naam van de opgave in het onderwerp.")
        )
    return named[0]


def _after_plus(address: str) -> str:
    return address.partition("@")[0].partition("+")[2]


def _text_of(letter: Letter) -> str:
    """The subject and the words; what does not fit is left out, and the note says so."""
    text = letter.text if letter.text.startswith(letter.subject) else f"{letter.subject}\n\n{letter.text}"
    if len(text) <= Note.LONGEST:
        return text
    cut = "\n\n" + _("[De mail was langer. De rest is niet bewaard.]")
    return text[: Note.LONGEST - len(cut)] + cut


def _id_of(letter: Letter, raw: bytes) -> UUID:
    mail = letter.message_id or raw.decode("latin-1")
    return uuid5(MAILS, f"{letter.sender}\n{mail}")
