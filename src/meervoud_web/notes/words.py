"""What a note says that can be made of it: a first guess, which its writer reads before it counts."""

from __future__ import annotations

import re

PROMISED = re.compile(
    r"\b(beloof\w*|beloofd\w*|toegezegd|toezeg\w*|zeg\w* toe|afgesproken|ik zal|wij zullen|kom\w* erop terug)\b",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"^\s*(beloofd|toegezegd|toezegging|afgesproken|viel op|gesproken|sprak)\s*:\s*", re.IGNORECASE
)
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
LONGEST = 300


def promises_something(text: str) -> bool:
    """Whether a note seems to say that something was promised."""
    return PROMISED.search(text) is not None


def promise_in(text: str) -> str:
    """The first sentence that promises something, or else the first sentence."""
    said = sentences(text)
    return shortened(next((one for one in said if PROMISED.search(one)), said[0] if said else ""))


def first_sentence(text: str) -> str:
    """What a note begins with."""
    return shortened(next(iter(sentences(text)), ""))


def sentences(text: str) -> list[str]:
    """The sentences of a note, each line on its own."""
    return [one.strip() for one in SENTENCE_ENDS.split(text) if one.strip()]


def shortened(sentence: str) -> str:
    """A sentence that begins with a capital and without "Beloofd:", as long as a field holds."""
    bare = HEADING.sub("", sentence)
    bare = bare[:1].upper() + bare[1:]
    return bare if len(bare) <= LONGEST else f"{bare[: LONGEST - 1].rstrip()}…"
