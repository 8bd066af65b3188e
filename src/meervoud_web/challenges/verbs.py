"""How the journal reads: each verb with its sentence, registered by the app whose actions record it.

A sentence holds ``{who}`` and, where a thing is spoken of, ``{what}``::

    register_verbs({"signal-read": gettext_lazy("{who} las het signaal {what}")})
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ERASED = "erased"
"""The verb of an entry that says of another that its person and text were taken out."""

_verbs: dict[str, str | Promise] = {
    "challenge-started": _("{who} begon deze opgave"),
    "challenge-edited": _("{who} veranderde de tekst van de opgave"),
    "challenge-opened": _("{who} opende de opgave voor iedereen"),
    "challenge-closed-off": _("{who} maakte de opgave alleen leesbaar voor medewerkers"),
    "involved": _("{who} gaf een rol bij de opgave: {what}"),
    "involvement-ended": _("{who} beëindigde een rol bij de opgave: {what}"),
    "question-changed": _("{who} vroeg het anders: {what}"),
    "turned-explore": _("{who} bracht de opgave naar verkennen"),
    "turned-connect": _("{who} bracht de opgave naar verbinden"),
    "turned-try": _("{who} bracht de opgave naar beproeven"),
    "turned-anchor": _("{who} bracht de opgave naar verankeren"),
    "turned-let-go": _("{who} liet de opgave los"),
    "redacted": _("{who} lakte woorden weg uit: {what}"),
    "person-erased": _("{who} wiste een persoon"),
    ERASED: _("{who} wiste een naam of een tekst"),
}


_quiet: set[str] = set()


def register_verbs(sentences: Mapping[str, str | Promise], *, quiet: Collection[str] = ()) -> None:
    """Make verbs known; registering twice changes nothing.

    What is ``quiet`` happens all day: it stands in the timeline, and not among what is newest.
    """
    _verbs.update(sentences)
    _quiet.update(quiet)


def quiet_verbs() -> frozenset[str]:
    """The verbs that would push everything else out of what is newest."""
    return frozenset(_quiet)


def is_known(verb: str) -> bool:
    """Whether an app registered this verb."""
    return verb in _verbs


def sentence_of(verb: str) -> str:
    """The sentence of a verb, in the language of the reader."""
    return str(_verbs.get(verb, _("{who}: {what}")))
