"""How the question of a challenge changed, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from meervoud_web.challenges.models import Challenge, QuestionVersion


@dataclass(frozen=True)
class Piece:
    """A few words that stayed, came or went."""

    change: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A version of the question beside the one before it."""

    version: QuestionVersion
    pieces: tuple[Piece, ...]


def questions_of(challenge: Challenge) -> list[Asked]:
    """Every version of the question, newest first, each with what changed in it."""
    versions = list(challenge.questions.select_related("by", "challenge").order_by("number"))
    before = [None, *versions]
    asked = [
        Asked(version=version, pieces=difference(earlier.question, version.question) if earlier else ())
        for earlier, version in zip(before, versions, strict=False)
    ]
    return asked[::-1]


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """What stayed, went and came between two texts, by whole words; what went stands before what came."""
    # A mark stands by itself: where a question goes on, its last word is no other word.
    old, new = (re.findall(r"\w+\s*|[^\w\s]\s*", text) for text in (before, after))
    # Compared without the white space after a word: that a line broke elsewhere is no change.
    matcher = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)
    pieces: list[Piece] = []
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", "".join(new[j1:j2])))
            continue
        if i2 > i1:
            went = "".join(old[i1:i2])
            pieces.append(Piece("removed", f"{went.rstrip()} " if j2 > j1 else went))
        if j2 > j1:
            pieces.append(Piece("added", "".join(new[j1:j2])))
    return tuple(pieces)
