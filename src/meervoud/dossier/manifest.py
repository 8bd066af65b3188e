"""The manifest of a dossier: what it is about, every file with its SHA-256, and which analyses are in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from meervoud import __version__
from meervoud.dossier.names import stays_inside
from meervoud.errors import MethodError

MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """An analysis in a dossier: the file of its record, and the folder with what it was computed from.

    ``withheld`` names what was left out of the record afterwards, as ``meervoud.methods`` knows it; empty for
    nothing. ``is_whole`` is false where somebody took their part back since: then the rest gives another result.
    """

    name: str
    record: str
    given: str
    withheld: str = ""
    is_whole: bool = True


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a dossier says of itself."""

    title: str
    audience: str
    analyses: tuple[Enclosed, ...]
    sha256: Mapping[str, str]
    """For each file but the manifest."""
    made_with: str = __version__


def to_text(contents: Contents) -> str:
    """Write a manifest; the same contents give the same text."""
    plain = {
        "product": "meervoud",
        "kind": "dossier",
        "format": FORMAT,
        "made_with": contents.made_with,
        "title": contents.title,
        "audience": contents.audience,
        "analyses": [asdict(one) for one in contents.analyses],
        "files": [{"path": path, "sha256": contents.sha256[path]} for path in sorted(contents.sha256)],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def from_bytes(text: bytes) -> Contents:
    """Read a manifest.

    Raises
    ------
    MethodError
        When it is not one, or one of another format.
    """
    try:
        plain = json.loads(text)
        if plain["product"] != "meervoud" or plain["kind"] != "dossier":
            raise KeyError("product")
        if plain["format"] != FORMAT:
            raise MethodError(
                f"this dossier has format {plain['format']!r:.20}, and this version reads format {FORMAT}",
                code="bad-dossier",
                file=MANIFEST,
            )
        analyses = tuple(_enclosed(one) for one in plain["analyses"])
        if len({one.record for one in analyses}) < len(analyses):
            raise ValueError
        return Contents(
            title=_text(plain["title"]),
            audience=_text(plain["audience"]),
            analyses=analyses,
            sha256={_text(one["path"]): _text(one["sha256"]) for one in plain["files"]},
            made_with=_text(plain["made_with"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, MethodError):
            raise
        raise MethodError(
            "this is not the manifest of a dossier of Meervoud", code="bad-dossier", file=MANIFEST
        ) from None


def digest(content: bytes) -> str:
    """The SHA-256 of a file as the manifest has it."""
    return hashlib.sha256(content).hexdigest()


def _enclosed(plain: Any) -> Enclosed:
    record, given = _text(plain["record"]), _text(plain["given"])
    if not (stays_inside(record) and stays_inside(given)):
        raise ValueError
    return Enclosed(
        name=_text(plain["name"]),
        record=record,
        given=given,
        withheld=_text(plain["withheld"]),
        is_whole=bool(plain["is_whole"]),
    )


def _text(value: Any) -> str:
    """A line of text that is safe to print on somebody's screen."""
    if not isinstance(value, str) or not value.isprintable():
        raise TypeError
    return value
