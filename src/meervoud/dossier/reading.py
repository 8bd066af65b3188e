"""Opens a zip that a stranger may have made: nothing is unpacked, and nothing large is believed."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from meervoud.dossier.names import stays_inside
from meervoud.errors import MethodError

MOST_FILES = 5_000
LARGEST_FILE = 256 * 1024 * 1024
LARGEST = 1024 * 1024 * 1024
LARGEST_DIRECTORY = 4 * 1024 * 1024
"""The list of files at the end of a zip is read whole, so it has a bound of its own."""
CHUNK = 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

END, END_OF_LARGE, END_SIZE, LONGEST_COMMENT = b"PK\x05\x06", b"PK\x06\x07", 22, 65_535


@dataclass(frozen=True)
class Archive:
    """A zip of which every name and size was looked at."""

    file_name: str
    zip: zipfile.ZipFile

    @property
    def names(self) -> frozenset[str]:
        """The files in it; folders are no files."""
        return frozenset(one.filename for one in self.zip.infolist() if not one.is_dir())

    def sha256(self, name: str) -> str:
        """The digest of a file, or nothing where it is damaged."""
        digest = hashlib.sha256()
        try:
            with self.zip.open(name) as member:
                while chunk := member.read(CHUNK):
                    digest.update(chunk)
        except BROKEN:
            return ""
        return digest.hexdigest()

    def read(self, name: str, *, most: int = LARGEST_FILE) -> bytes:
        """The content of a file."""
        if name not in self.names:
            raise MethodError("this file is missing", code="not-found", file=name)
        if self.zip.getinfo(name).file_size > most:
            raise MethodError("this file is impossibly large", code="too-large", file=name)
        try:
            return self.zip.read(name)
        except BROKEN:
            raise MethodError("this file is damaged", code="bad-dossier", file=name) from None


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Archive]:
    """Open a zip and look at what it says of itself.

    Raises
    ------
    MethodError
        When it is no zip, or one that a dossier cannot be: too large, too many, names that lead elsewhere.
    """
    place = Path(path)
    try:
        file = place.open("rb")
    except OSError as error:
        raise MethodError(f"cannot read it: {error.strerror}", code="not-found", file=place.name) from None
    with file:
        _refuse_directory(file, name=place.name)
        try:
            archive = zipfile.ZipFile(file)
        except BROKEN:
            raise _refusal("this is no zip, or only a part of one", name=place.name) from None
        with archive:
            _refuse_members(archive.infolist(), name=place.name)
            yield Archive(place.name, archive)


def _refuse_directory(file: IO[bytes], *, name: str) -> None:
    """Look at the end of the file before Python reads the whole list of files into memory."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - END_SIZE - LONGEST_COMMENT))
    tail = file.read()
    file.seek(0)
    # As Python looks for it: first without a comment, then the last one that there is.
    plain = len(tail) - END_SIZE
    at = plain if tail[plain : plain + 4] == END and tail[-2:] == b"\0\0" else tail.rfind(END)
    if at < 0 or len(tail) < at + END_SIZE:
        raise _refusal("this is no zip, or only a part of one", name=name)
    count, length = struct.unpack("<HI", tail[at + 10 : at + 16])
    is_large = tail[max(0, at - 20) : at].startswith(END_OF_LARGE)
    if is_large or count > MOST_FILES or length > LARGEST_DIRECTORY:
        raise _refusal(f"a dossier has {MOST_FILES:,} files at most, and this has more", name=name)


def _refuse_members(members: list[zipfile.ZipInfo], *, name: str) -> None:
    if len(members) > MOST_FILES:
        raise _refusal(f"a dossier has {MOST_FILES:,} files at most, and this has more", name=name)
    if len({one.filename for one in members}) < len(members):
        raise _refusal("two files in it have the same name", name=name)
    if sum(one.file_size for one in members) > LARGEST or any(one.file_size > LARGEST_FILE for one in members):
        raise _refusal("unpacked it would be impossibly large", name=name)
    for one in members:
        if not (stays_inside(one.filename) and stays_inside(one.orig_filename)):
            raise _refusal("a file in it has a name that leads outside, or that no dossier has", name=name)
        if stat.S_ISLNK(one.external_attr >> 16):
            raise _refusal("there is a link to another file in it", name=name)
        if one.flag_bits & 1 or one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refusal("it is locked, or packed in a way that no dossier is", name=name)


def _refusal(reason: str, *, name: str) -> MethodError:
    return MethodError(reason, code="bad-dossier", file=name)
