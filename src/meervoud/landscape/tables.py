"""Tables of text, as they come in files: rows with their number, and errors that name the place."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from meervoud.errors import MethodError

LARGEST = 1_000_000_000
"""No table may be larger than this, unpacked, in bytes."""
RATIO = 200
"""Nor may a packed table grow more than this many times."""


@dataclass(frozen=True)
class Table:
    """A CSV file that has been read: its header and its rows, each with its number in the file."""

    name: str
    header: tuple[str, ...]
    body: tuple[tuple[int, list[str]], ...]

    def place(self, *names: str) -> int | None:
        """Find the column that has one of these names (any case)."""
        plain = [column.strip().lower() for column in self.header]
        return next((plain.index(name) for name in names if name in plain), None)

    def required(self, *names: str) -> int:
        """Find a column, or refuse the file."""
        place = self.place(*names)
        if place is None:
            raise MethodError(f"the column {names[0]} is missing", code="missing-column", file=self.name, row=1)
        return place

    def error(self, message: str, *, code: str, row: int, place: int, value: str) -> MethodError:
        """Say what is wrong with one cell."""
        return MethodError(message, code=code, file=self.name, row=row, column=self.header[place], value=value)


class Tables(Protocol):
    """A place with named CSV files."""

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a file, or nothing when it is not there."""


@dataclass(frozen=True)
class Folder:
    """A folder on disk."""

    path: Path

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a file, or nothing when it is not there."""
        file = self.path / name
        return file.read_bytes() if file.is_file() else None


class ZipTables:
    """A zip file, or the one folder in it; nothing is unpacked to disk."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._zip = zipfile.ZipFile(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a file, or nothing when it is not there."""
        members = [one for one in self._zip.infolist() if one.filename.split("/")[-1] == name and _shallow(one)]
        if not members:
            return None
        if len(members) > 1:
            raise MethodError("the file occurs twice", code="bad-zip", file=name)
        (member,) = members
        if member.file_size > LARGEST or member.file_size > RATIO * max(member.compress_size, 1024):
            raise MethodError("the file is too large", code="too-large", file=name)
        try:
            return self._zip.read(member)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError) as error:
            raise MethodError("the zip cannot be unpacked", code="bad-zip", file=name) from error


def _shallow(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.split("/")
    return len(parts) <= 2 and ".." not in parts and not member.filename.startswith("__MACOSX")


def parse(raw: bytes, *, name: str) -> Table:
    """Read CSV: UTF-8 with or without byte order mark, separated by commas, semicolons or tabs."""
    text = _decoded(raw, name=name)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for row in lines:
            if any(row):
                rows.append((start, row))
            start = lines.line_num + 1
    except csv.Error as error:
        raise MethodError(f"this is not valid CSV: {error}", code="bad-csv", file=name, row=start) from None
    if not rows:
        raise MethodError("the file is empty", code="empty", file=name)
    header = tuple(cell.strip() for cell in rows[0][1])
    _refuse_ragged(rows, width=len(header), name=name)
    return Table(name=name, header=header, body=tuple(rows[1:]))


def _decoded(raw: bytes, *, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise MethodError("the file is UTF-16; save it as CSV UTF-8", code="not-utf8", file=name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise MethodError(
            "the file is not UTF-8; save it as CSV UTF-8", code="not-utf8", file=name, row=row
        ) from None
    if "\x00" in text:
        row = text.count("\n", 0, text.index("\x00")) + 1
        raise MethodError("the file holds a null character", code="bad-csv", file=name, row=row)
    return text


def _separator(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count) if any(mark in first for mark in ",;\t") else ","


def _refuse_ragged(rows: Sequence[tuple[int, list[str]]], *, width: int, name: str) -> None:
    for number, row in rows:
        if len(row) != width:
            raise MethodError(
                f"the row has {len(row)} cells and the header {width}", code="ragged-row", file=name, row=number
            )
