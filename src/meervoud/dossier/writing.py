"""Writes a dossier: the same contents give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from typing import IO

from meervoud.dossier import manifest
from meervoud.dossier.manifest import MANIFEST, Contents, Enclosed
from meervoud.dossier.names import stays_inside
from meervoud.dossier.reading import LARGEST_FILE, MOST_FILES
from meervoud.errors import MethodError

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The moment that every file gets, so that it says nothing about when the dossier was made."""
UNIX, PLAIN_FILE = 3, 0o100644 << 16


def write(
    file: IO[bytes], *, title: str, audience: str, files: Mapping[str, bytes], analyses: Sequence[Enclosed] = ()
) -> str:
    """Write files and their manifest as a zip.

    Parameters
    ----------
    file
        Open for writing, in binary.
    title, audience
        What it is about, and for whom it was made.
    files
        The name of each file, with ``/`` between folders, and its content.
    analyses
        Which of the files are a result, and what it was computed from.

    Returns
    -------
    The SHA-256 of the manifest. Kept elsewhere it proves that a dossier is this one: the manifest holds the
    SHA-256 of every other file.

    Raises
    ------
    MethodError
        For a name that would not stay inside a folder, or more than a dossier can hold.
    """
    for name, content in files.items():
        if not stays_inside(name) or name == MANIFEST:
            raise MethodError("no file in a dossier can have this name", code="bad-dossier", file=name)
        if len(content) > LARGEST_FILE:
            raise MethodError("this file is too large for a dossier", code="too-large", file=name)
    if len(files) >= MOST_FILES:
        raise MethodError(f"a dossier holds {MOST_FILES:,} files at most", code="too-large")
    contents = Contents(
        title=_one_line(title),
        audience=audience,
        analyses=tuple(analyses),
        sha256={name: manifest.digest(content) for name, content in files.items()},
    )
    listed = manifest.to_text(contents).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in [(MANIFEST, listed), *sorted(files.items())]:
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.create_system, info.external_attr = UNIX, PLAIN_FILE
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return manifest.digest(listed)


def _one_line(title: str) -> str:
    """Keep of a title what can be printed on one line, as who verifies will ask."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in title).split())
