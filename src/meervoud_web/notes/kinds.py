"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.notes.queries.seen import frictions_seen_by, notes_seen_by, promises_seen_by

VERBS = {
    "note-written": _("{who} noteerde iets"),
    "note-shared": _("{who} deelde een notitie met wie aan de opgave werkt"),
    "note-taken-back": _("{who} hield een notitie weer voor zichzelf"),
    "note-torn-up": _("{who} gooide een notitie weg"),
    "promise-made": _("{who} zegde iets toe: {what}"),
    "promise-kept": _("{who} kwam een toezegging na: {what}"),
    "promise-changed": _("{who} veranderde een toezegging: {what}"),
    "promise-let-go": _("{who} zei dat een toezegging niet wordt nagekomen: {what}"),
    "friction-raised": _("{who} legde een schuurplek voor: {what}"),
    "friction-lifted": _("{who} zei dat een schuurplek is opgeheven: {what}"),
    "friction-not-lifted": _("{who} zei waarom een schuurplek niet wordt opgeheven: {what}"),
}
QUIET = frozenset({"note-written", "note-shared", "note-taken-back", "note-torn-up"})
KINDS = (
    Kind(
        slug="note",
        name=_("notitie"),
        model="notes.Note",
        title=str,
        address=lambda note: note.get_absolute_url(),
        seen_by=notes_seen_by,
        words=lambda note: note.text,
    ),
    Kind(
        slug="promise",
        name=_("toezegging"),
        model="notes.Promise",
        title=str,
        address=lambda promise: promise.get_absolute_url(),
        seen_by=promises_seen_by,
        words=lambda promise: promise.outcome,
    ),
    Kind(
        slug="friction",
        name=_("schuurplek"),
        model="notes.Friction",
        title=str,
        address=lambda friction: friction.get_absolute_url(),
        seen_by=frictions_seen_by,
        words=lambda friction: friction.outcome,
    ),
)
