"""Everything about a person as files: one for programs, and one to read in any browser or spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import slugify

from meervoud_web.people import queries
from meervoud_web.people.models import Person
from meervoud_web.people.personal import Record

RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Part:
    """What one app holds, kind by kind."""

    title: str
    kinds: list[tuple[str, list[Record]]]


def as_json(person: Person, *, with_mentions: bool) -> bytes:
    """Everything, for a program to read."""
    return _written(_plain(person, _parts(person), with_mentions=with_mentions)).encode()


def as_zip(person: Person, *, with_mentions: bool) -> bytes:
    """The same to read: one page, one table for each kind of thing, and the file for programs."""
    parts = _parts(person)
    plain = _plain(person, parts, with_mentions=with_mentions)
    page = render_to_string("people/takeaway.html", {"person": person, "parts": parts, "said": plain})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("alles-over-mij.html", page)
        files.writestr("alles-over-mij.json", _written(plain))
        for part in parts:
            for kind, records in part.kinds:
                files.writestr(f"{slugify(part.title)}/{slugify(kind)}.csv", _table(records))
    return packed.getvalue()


def _parts(person: Person) -> list[Part]:
    found = []
    for door, records in queries.everything_about(person):
        kinds = [(kind, list(some)) for kind, some in groupby(records, key=lambda record: record.kind)]
        found.append(Part(title=str(door.title), kinds=kinds))
    return found


def _plain(person: Person, parts: list[Part], *, with_mentions: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "over": {"naam": person.name, "e-mailadres": person.email, "nummer": person.pk},
        "gemaakt": timezone.now().isoformat(),
        "gegevens": [
            {
                "onderdeel": part.title,
                "soort": kind,
                "nummer": record.key,
                "velden": [{"veld": label, "waarde": value} for label, value in record.fields],
            }
            for part in parts
            for kind, records in part.kinds
            for record in records
        ],
    }
    if with_mentions:
        mentions = queries.named_elsewhere(person)
        said["genoemd in woorden"] = [{"soort": one.kind, "aantal": len(one.keys)} for one in mentions]
    return said


def _written(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=1)


def _table(records: list[Record]) -> str:
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow([_guarded(label) for label, _value in records[0].fields])
    rows.writerows([_guarded(_cell(value)) for _label, value in record.fields] for record in records)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + written.getvalue()  # so that a spreadsheet reads it as UTF-8


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def _guarded(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) else text
