"""What somebody may want to look at again in a text that everyone reads. It never stops anybody."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.people.warnings import warnings_in

SENTENCE_ENDS = re.compile(r"[.!?:]+\s+|\n+")
LONG = 20
"""Words; a sentence of B1 has about ten."""


def remarks_on(text: str) -> list[str]:
    """Signs that lead to a person, and sentences that many people cannot follow."""
    found = [
        _("In uw tekst staat misschien %(what)s: %(text)s. Iedereen leest dat.")
        % {"what": one.what, "text": one.text}
        for one in warnings_in(text)
    ]
    long = sum(len(sentence.split()) > LONG for sentence in SENTENCE_ENDS.split(text))
    if long:
        words = ngettext(
            "Eén zin heeft meer dan twintig woorden. Korte zinnen kan iedereen lezen.",
            "%(number)d zinnen hebben meer dan twintig woorden. Korte zinnen kan iedereen lezen.",
            long,
        )
        found.append(words % {"number": long})
    return found
