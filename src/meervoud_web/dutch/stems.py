"""The words of a Dutch text that carry meaning, each reduced to what its other forms share."""

from __future__ import annotations

from .likeness import COMMON, plain_words

ENDINGS = ("ingen", "ing", "ers", "er", "tjes", "tje", "jes", "je", "en", "s", "e")
SHORTEST = 4
"""What has to be left of a word when its ending goes."""
_TOLD = """
afgelopen anders bijna dagen dag drie eerst elke gaat gaf hele hij iedereen iemand iets jaar kant keer
keren kom komen komt krijgen krijgt laatste laat maand maanden mensen niemand nieuwe ongeveer opvallend
paar sinds soms staat steeds sta staan terwijl tijdens twee uit uur vaak vaker vanaf vier vijf vooral
vraagt vragen vroeg waren week weken weer wel weten zegt zeggen zich zien zonder zit zitten
"""
TOLD = frozenset(_TOLD.split())
"""Words with which people tell anything: who says them says nothing yet."""


def stems_of(text: str) -> dict[str, str]:
    """Each stem with the first word of the text that has it."""
    found: dict[str, str] = {}
    for word in plain_words(text).split():
        if word not in COMMON and word not in TOLD and len(word) > 2:
            found.setdefault(stem_of(word), word)
    return found


def stem_of(word: str) -> str:
    """Reduce a word: *brieven* and *brief*, *mantelzorgers* and *mantelzorg* become one."""
    ending = next((one for one in ENDINGS if word.endswith(one) and len(word) - len(one) >= SHORTEST), "")
    stem = word.removesuffix(ending)
    if len(stem) > SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        stem = stem[:-1]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
