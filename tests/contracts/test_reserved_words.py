"""Words with a legal meaning are used on a screen only where that is what is meant."""

from __future__ import annotations

import re

import messages
import pytest

RESERVED = re.compile(
    r"""\b(?: zienswijzen? | inspraak\w* | bezwa(?:ar|ren) | beroep(?:en)? | aanvra(?:ag|gen) | melding(?:en)?
    | klacht(?:en)? | advie(?:s|zen)\w* | besluit\w* | besloten | besloot | belanghebbenden? | betrokkenen?
    | experiment\w* )\b""",
    re.VERBOSE | re.IGNORECASE,
)

FORMAL = "says what this is not, or where the formal way is"
ALLOWED = {
    "Dit is geen zienswijze, bezwaar, aanvraag of melding": FORMAL,
    "Dit is geen zienswijze, bezwaar, aanvraag of melding.": FORMAL,
    "Onderaan elke pagina staat dat dit geen zienswijze, bezwaar, aanvraag of melding is.": FORMAL,
    "Pagina voor zienswijze, bezwaar, aanvraag of melding": FORMAL,
    "pagina voor zienswijze, bezwaar, aanvraag of melding": FORMAL,
    "Wat de adviesraad zegt": "the name that the law gives this body",
    "Wat de adviesraad zelf schreef": "the name that the law gives this body",
    "lid adviesraad": "the name that the law gives this body",
}


def sentences() -> set[str]:
    """Every Dutch sentence of every screen, in singular and plural."""
    said: set[str] = set()
    for message in messages.extracted():
        said.update([message.id] if isinstance(message.id, str) else message.id)
    return said


def test_no_screen_uses_a_legal_word_loosely() -> None:
    assert sorted(one for one in sentences() - ALLOWED.keys() if RESERVED.search(one)) == []


def test_every_sentence_that_may_is_still_said() -> None:
    assert sorted(ALLOWED.keys() - sentences()) == []


@pytest.mark.parametrize(
    "sentence", ["Uw besluit is bewaard.", "Er is niets besloten", "Na advies", "Een klacht?"]
)
def test_the_watch_sees_a_legal_word(sentence: str) -> None:
    assert RESERVED.search(sentence)


@pytest.mark.parametrize("sentence", ["De stellingenronde is gesloten.", "Wie er betrokken is", "Een uitkomst"])
def test_the_watch_leaves_other_words_alone(sentence: str) -> None:
    assert not RESERVED.search(sentence)
