"""Take the tables of a Polis export out of a zip, without ever trusting a name or a size in it.

Only files with a name that we know are written, under that name, in a folder of our own.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

TABLES = ("votes.csv", "participants-votes.csv", "comments.csv")
MOST_MEMBERS = 100
MOST_BYTES = 100 * 1024 * 1024
"""Of all members together, unpacked."""
MOST_GROWTH = 200
GROWTH_COUNTS_FROM = 1024 * 1024
"""A small file of nothing but commas may shrink to almost nothing; that harms nobody."""
BLOCK = 1024 * 1024
ARCHIVES = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar")


class UploadRefusedError(Exception):
    """A file that we do not take, with a stable word for why, so that a screen can say it."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def is_zip(data: bytes) -> bool:
    """Whether these are the first bytes of a zip, whatever the file is called."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def unpack(data: bytes, *, folder: Path) -> None:
    """Write the tables of the export in ``folder``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            refuse_unsafe(members)
            for member in _tables(members):
                _write(archive, member, folder / PurePosixPath(member.filename).name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise UploadRefusedError("bad-zip") from error


def refuse_unsafe(members: list[zipfile.ZipInfo]) -> None:
    """Refuse a zip with too much in it, or with names that lead elsewhere."""
    if len(members) > MOST_MEMBERS:
        raise UploadRefusedError("too-many-files", most=MOST_MEMBERS)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise UploadRefusedError("zip-bomb")
    for member in members:
        _refuse_unsafe_name(member)
        if member.flag_bits & 0x1:
            raise UploadRefusedError("zip-encrypted")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise UploadRefusedError("zip-unsafe-name")
        if member.file_size > GROWTH_COUNTS_FROM and member.file_size > MOST_GROWTH * max(member.compress_size, 1):
            raise UploadRefusedError("zip-bomb")


def _refuse_unsafe_name(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    if "\x00" in name or "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        raise UploadRefusedError("zip-unsafe-name")
    if name.lower().endswith(ARCHIVES):
        raise UploadRefusedError("zip-in-zip")


def _tables(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The tables in the top of the zip, or in the one folder that it has there."""
    found: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        path = PurePosixPath(member.filename)
        if member.is_dir() or path.name not in TABLES or "__MACOSX" in path.parts:
            continue
        if len(path.parts) > 2:
            raise UploadRefusedError("zip-too-deep")
        if path.name in found:
            raise UploadRefusedError("zip-twice", file=path.name)
        found[path.name] = member
    if "votes.csv" not in found and "participants-votes.csv" not in found:
        raise UploadRefusedError("zip-without-votes")
    return list(found.values())


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Unpack in blocks and count what really comes out: the size that a zip states is only a claim."""
    written = 0
    with archive.open(member) as packed, path.open("wb") as plain:
        while block := packed.read(BLOCK):
            written += len(block)
            if written > MOST_BYTES:
                raise UploadRefusedError("zip-bomb")
            plain.write(block)
