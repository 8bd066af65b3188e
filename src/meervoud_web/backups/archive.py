"""The file of a backup: a zip that is whole or not there, and that tells when somebody touched it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
LARGEST_MANIFEST = 16 * 1024 * 1024
BUFFER = 1024 * 1024
LONGEST_ROW = 256 * 1024 * 1024


class BackupError(Exception):
    """A backup cannot be made or used; the text is one line for the person at the keyboard."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """What the manifest says of one table."""

    model: str
    fields: list[str]
    rows: int
    sha256: str

    @property
    def member(self) -> str:
        return member_of(self.model)


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What is in the file, by which version of Meervoud it was made, and for which tables."""

    version: str
    made_at: str
    database: str
    migrations: dict[str, list[str]]
    tables: list[Table]
    format: int = FORMAT
    product: str = "meervoud"


def member_of(model: str) -> str:
    return f"data/{model}.jsonl"


class Tally:
    """Counts and hashes the rows of a table as they pass."""

    def __init__(self) -> None:
        self.rows = 0
        self._hash = hashlib.sha256()

    def add(self, line: bytes) -> None:
        self.rows += 1
        self._hash.update(line)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def matches(self, table: Table) -> bool:
        return (self.rows, self.sha256) == (table.rows, table.sha256)


# --- writing -------------------------------------------------------------------------------------------------


@contextmanager
def written(path: Path, *, overwrite: bool) -> Iterator[zipfile.ZipFile]:
    """Write to a name of its own and take the real name at the end, so that nobody ever sees half a backup."""
    if path.exists() and not overwrite:
        raise BackupError(f"{path} exists already; say --force to replace it")
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise BackupError(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        _take_name(draft, path, overwrite=overwrite)
    except OSError as error:
        raise BackupError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _take_name(draft: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        draft.replace(path)
        return
    try:
        os.link(draft, path)  # unlike a rename, a link fails when somebody took the name in the meantime
    except FileExistsError as error:
        raise BackupError(f"{path} exists already; say --force to replace it") from error


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1, ensure_ascii=False))


# --- reading -------------------------------------------------------------------------------------------------


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BackupError(f"{path} does not exist") from error
    except OSError as error:
        raise BackupError(f"cannot read {path}: {error.strerror}") from error
    except zipfile.BadZipFile as error:
        raise BackupError(f"{path} is not a backup, or only a part of one ({error})") from error
    with archive:
        yield archive


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise BackupError("the manifest of this backup is impossibly large")
        manifest = _manifest_from(json.loads(archive.read(MANIFEST)))
    except KeyError as error:
        raise BackupError("this zip is not a backup of Meervoud: it has no manifest") from error
    except (ValueError, TypeError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise BackupError(f"the manifest of this backup is damaged ({error})") from error
    expected = [MANIFEST, *(table.member for table in manifest.tables)]
    if sorted(archive.namelist()) != sorted(expected):
        raise BackupError("the files in this backup are not those that its manifest lists")
    return manifest


def _manifest_from(raw: Any) -> Manifest:
    if not isinstance(raw, dict) or raw.get("product") != "meervoud":
        raise BackupError("this zip is not a backup of Meervoud")
    if raw.get("format") != FORMAT:
        raise BackupError(
            f"this backup has format {raw.get('format')}, and this version of Meervoud reads format {FORMAT}"
        )
    tables = [Table(**table) for table in raw.pop("tables", None)]
    return Manifest(**raw, tables=tables)


def lines_of(archive: zipfile.ZipFile, table: Table) -> Iterator[bytes]:
    """Give the rows of a table one by one; afterwards the caller compares the tally."""
    try:
        with archive.open(table.member) as member, io.BufferedReader(_readable(member), BUFFER) as rows:
            while line := rows.readline(LONGEST_ROW):
                if not line.endswith(b"\n"):
                    raise BackupError(f"the backup is damaged in {table.member} (a row does not end)")
                yield line
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise BackupError(f"the backup is damaged in {table.member} ({error})") from error


def _readable(member: IO[bytes]) -> zipfile.ZipExtFile:
    if not isinstance(member, zipfile.ZipExtFile):
        raise TypeError(f"a zip gave a {type(member).__name__}")
    return member


def verify(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Read everything once and compare it with the manifest, before anything is written anywhere."""
    for table in manifest.tables:
        tally = Tally()
        for line in lines_of(archive, table):
            tally.add(line)
        if not tally.matches(table):
            raise BackupError(f"{table.member} is not what was backed up: it has been changed or damaged")
