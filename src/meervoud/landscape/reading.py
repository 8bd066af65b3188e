"""Reads votes from the files that people have."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from meervoud.errors import MethodError
from meervoud.landscape import plain_csv, polis_export
from meervoud.landscape.tables import Folder, ZipTables, parse
from meervoud.landscape.votes import Votes


def read_votes(path: str | os.PathLike[str]) -> Votes:
    """Read a Polis export (folder or zip) or a plain CSV file.

    Parameters
    ----------
    path
        A folder or zip with ``votes.csv`` or, failing that, ``participants-votes.csv``, and usually
        ``comments.csv``; or one CSV file with the columns ``participant,statement,vote`` and, optionally,
        ``time`` and ``important``. A vote reads 1, 0, -1; agree, pass, disagree; or eens, weet ik niet, oneens.

    Returns
    -------
    The current votes: of two votes by one participant on one statement the last one counts.

    Raises
    ------
    MethodError
        When something is wrong, with the file, the row (1 is the header) and the column.

    Notes
    -----
    In an export +1 is agree, while Polis's own database says -1. So ``votes.csv`` has to agree exactly with
    the counts in ``comments.csv`` (re-votes count there); a matrix is refused when swapped votes fit better.
    """
    place = Path(path)
    if place.is_dir():
        return polis_export.read(Folder(place))
    if not place.is_file():
        raise MethodError("there is no such file or folder", code="not-found", file=place.name)
    if zipfile.is_zipfile(place):
        with ZipTables(place) as tables:
            return polis_export.read(tables)
    table = parse(place.read_bytes(), name=place.name)
    return polis_export.read_matrix(table) if polis_export.is_matrix(table) else plain_csv.read(table)
