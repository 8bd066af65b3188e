"""A row of open data as cells: for a spreadsheet, for a program, and for who reads paper."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from meervoud_web.challenges.open_data import Row, Table, Value
from meervoud_web.conversations.queries.exports import guarded


def csv_of(table: Table, rows: Sequence[Row]) -> bytes:
    """A table for a spreadsheet, which runs no text in it as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def json_of(table: Table, rows: Sequence[Row]) -> bytes:
    """The same for a program: each text as it is."""
    names = [column.name for column in table.columns]
    plain = [dict(zip(names, map(_plain, row), strict=True)) for row in rows]
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def read(value: Value) -> str:
    """A value as somebody reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return value if isinstance(value, str) else number_format(value)


def _cell(value: Value) -> object:
    if isinstance(value, str):
        return guarded(value)
    plain = _plain(value)
    return str(plain).lower() if isinstance(plain, bool) else plain


def _plain(value: Value) -> str | int | float | bool | None:
    """As JSON has it: days and moments as ISO 8601, the moments in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
