"""A workbook of a spreadsheet as a table of text: its first sheet, nothing else, and no formula is ever run."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from .unpack import UploadRefusedError, refuse_unsafe

MOST_ROWS = 1_000_000
MOST_COLUMNS = 16_384
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, TypeError, IndexError, AttributeError,
    NotImplementedError, ParseError, DefusedXmlException,
)  # fmt: skip
"""What the library raises for a workbook that is none, that is broken, or that would do harm."""


def first_sheet(data: bytes) -> bytes:
    """Return the first sheet of a workbook as CSV in UTF-8.

    Raises
    ------
    UploadRefusedError
        When it is no workbook, or not one that is safe to open.
    """
    text = io.StringIO(newline="")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refuse_unsafe(archive.infolist())
        csv.writer(text, lineterminator="\r\n").writerows(_rows(data))
    except UNREADABLE as error:
        raise UploadRefusedError("bad-spreadsheet") from error
    return text.getvalue().encode("utf-8", "surrogatepass")


def _rows(data: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        empty = 0
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True)):
            if number >= MOST_ROWS or len(row) > MOST_COLUMNS:
                raise UploadRefusedError("spreadsheet-too-large")
            cells = [_said(value) for value in row]
            if not any(cells):  # at the end they are no rows; in between they keep their numbers
                empty += 1
                continue
            yield from ([] for _ in range(empty))
            empty = 0
            yield cells
    finally:
        book.close()


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
