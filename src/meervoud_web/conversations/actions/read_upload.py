"""Read votes from a file that somebody sent us, trusting nothing: not its name, not its size, not its text."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from django.conf import settings

from meervoud import landscape
from meervoud.errors import MethodError

from .import_votes import FileFacts
from .spreadsheet import first_sheet
from .unpack import UploadRefusedError, is_zip, unpack
from .whereabouts import where_is

__all__ = ["UploadRefusedError", "votes_from_upload"]

UPLOAD = "upload.csv"
LONGEST_ID = 200
LONGEST_TEXT = 5_000
MOST_VOTES = 3_000_000

TURNED = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the reading direction around, so that a text shows other than it is."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")

FORMULA = re.compile(r"\s*(=|[+\-@]\s*[A-Za-z_.]+\s*[(|!]|[\t\r])")
"""A text that a spreadsheet would run. A dash before a sentence is no formula."""

FORMULA_ID = re.compile(r"[=+\-@\t\r]")
"""An id goes into every export as it is, so it may not even begin like a formula."""


GUARDED = re.compile(r"' *[=+\-@\t\r]")


class Readable(Protocol):
    """An open file, as a form or a test has it."""

    def read(self, size: int, /) -> bytes: ...


def votes_from_upload(file: Readable, *, name: str) -> tuple[landscape.Votes, FileFacts]:
    """Read an uploaded zip of a Polis export, a CSV file, or the first sheet of an Excel workbook.

    Raises
    ------
    UploadRefusedError
        When the file is not safe or is not what it says it is.
    MethodError
        When a table in it is wrong, with file, row and column.
    """
    data = _bytes_of(file)
    _refuse_name(name, data)
    with tempfile.TemporaryDirectory(prefix="meervoud-") as folder:
        votes = _unguarded(_read(data, name=name, folder=Path(folder)))
        _refuse_texts(votes, where=lambda text: _named(where_is(text, folder=Path(folder)), name=name))
    return votes, FileFacts(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def _bytes_of(file: Readable) -> bytes:
    most = settings.MAX_UPLOAD_BYTES
    data = file.read(most + 1)
    if len(data) > most:
        raise UploadRefusedError("file-too-large")
    if not data:
        raise UploadRefusedError("file-empty")
    return data


def _refuse_name(name: str, data: bytes) -> None:
    if not name.isprintable() or TURNED.search(name):
        raise UploadRefusedError("turned-text", file="")
    suffix = Path(name.lower()).suffix
    if suffix not in (".zip", ".csv", ".xlsx"):
        raise UploadRefusedError("wrong-extension")
    if (suffix != ".csv") != is_zip(data):
        raise UploadRefusedError("not-what-it-says")


def _read(data: bytes, *, name: str, folder: Path) -> landscape.Votes:
    if name.lower().endswith(".xlsx"):
        data = first_sheet(data)
    elif is_zip(data):
        unpack(data, folder=folder)
        return landscape.read_votes(folder)
    # Under a name of our own: the name that was sent never reaches the disk, only the sentence about an error.
    path = folder / UPLOAD
    path.write_bytes(data)
    try:
        return landscape.read_votes(path)
    except MethodError as error:
        error.details.update(_named(error.details, name=name))
        raise


def _named(place: Mapping[str, object], *, name: str) -> dict[str, object]:
    """Call a file as the person called it who sent it."""
    return {**place, "file": name} if place.get("file") == UPLOAD else dict(place)


def _unguarded(votes: landscape.Votes) -> landscape.Votes:
    """Take away the sign that our own exports put before a text that begins like a formula."""
    return replace(
        votes, texts={key: text[1:] if GUARDED.match(text) else text for key, text in votes.texts.items()}
    )


def _refuse_texts(votes: landscape.Votes, *, where: Callable[[str], dict[str, object]]) -> None:
    if votes.size == 0:
        raise UploadRefusedError("no-votes")
    if votes.size > MOST_VOTES:
        raise UploadRefusedError("too-many-votes")
    for text, statement, most in _texts(votes):
        if wrong := _wrong_with(text, most=most):
            code, said = wrong
            named = {"statement": _shown(statement)} if statement else {}
            raise UploadRefusedError(code, **said, **named, **where(text))


def _wrong_with(text: str, *, most: int) -> tuple[str, dict[str, object]] | None:
    if len(text) > most:
        return "text-too-long", {"most": most}
    if TURNED.search(text):
        return "turned-text", {}
    if CONTROL.search(text):
        return "control-character", {}
    if (FORMULA if most == LONGEST_TEXT else FORMULA_ID).match(text):
        return "formula", {"value": _shown(text)}
    return None


def _texts(votes: landscape.Votes) -> Iterator[tuple[str, str, int]]:
    yield from ((text, statement, LONGEST_TEXT) for statement, text in votes.texts.items())
    yield from ((statement, statement, LONGEST_ID) for statement in votes.statements)
    yield from ((participant, "", LONGEST_ID) for participant in votes.participants)


def _shown(text: str) -> str:
    """Show a strange text safely and shortly."""
    plain = CONTROL.sub("\N{REPLACEMENT CHARACTER}", TURNED.sub("\N{REPLACEMENT CHARACTER}", text))
    return plain if len(plain) <= 40 else plain[:39] + "…"
