"""The files of a dossier of open data: tables with what their columns mean, results with what they came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from meervoud.dossier import Enclosed
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Exhibit, Given, Row, Table, exhibits_for, tables
from meervoud_web.challenges.queries import the_municipality
from meervoud_web.dossiers.queries.audience import Reader
from meervoud_web.dossiers.queries.cells import csv_of, json_of

README = {"nl": "LEESMIJ.txt", "en": "README.txt"}
SOURCE_LANGUAGE = "nl"
"""The language of the data: what people wrote is in it, and so are the words of fixed lists."""


@dataclass(frozen=True)
class Computed:
    """A result that goes along, asked for once."""

    exhibit: Exhibit

    @property
    def folder(self) -> str:
        """Where it lies in the dossier."""
        return f"analyses/{self.exhibit.name}"

    @cached_property
    def record(self) -> str:
        """The result as it was written down."""
        return self.exhibit.record()

    @cached_property
    def given(self) -> Given:
        """What it was computed from."""
        return self.exhibit.given()

    @cached_property
    def method(self) -> Mapping[str, Any]:
        """What is needed to compute it again: name, version, parameters, seed and the hash of the input."""
        method: dict[str, Any] = json.loads(self.record)["method"]
        return method

    @property
    def command(self) -> str:
        """What computes it again, for who reads along."""
        return f"meervoud {self.method['name']} {self.enclosed.given}"

    @property
    def enclosed(self) -> Enclosed:
        """How the manifest tells of it."""
        return Enclosed(
            name=self.exhibit.name,
            record=f"{self.folder}/record.json",
            given=f"{self.folder}/votes",
            withheld=self.exhibit.withheld,
            is_whole=self.given.is_whole,
        )

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The record, what it was computed from, and the pictures."""
        yield self.enclosed.record, self.record.encode()
        for name, content in self.given.files.items():
            yield f"{self.enclosed.given}/{name}", content
        for drawing in self.exhibit.drawings():
            yield f"{self.folder}/{drawing.shape}-{drawing.language}.svg", drawing.svg.encode()


@dataclass(frozen=True)
class Contents:
    """All that goes into one dossier of open data."""

    files: Mapping[str, bytes]
    analyses: tuple[Enclosed, ...] = field(default=())


def contents_of(challenge: Challenge, reader: Reader) -> Contents:
    """Gather everything; the same state of things gives the same bytes."""
    with translation.override(SOURCE_LANGUAGE):
        filled = [(table, list(table.rows(reader.person, challenge))) for table in tables()]
        computed = [Computed(one) for one in exhibits_for(challenge, reader.person)]
        files = dict(_tables(filled))
        for one in computed:
            files |= dict(one.files())
        files["analyses/index.json"] = _index(computed)
        files["datapackage.json"] = _package(challenge, filled)
    for language, name in README.items():
        files[name] = _readme(challenge, reader, filled, computed, language=language)
    return Contents(files=files, analyses=tuple(one.enclosed for one in computed))


def _tables(filled: list[tuple[Table, list[Row]]]) -> Iterator[tuple[str, bytes]]:
    for table, rows in filled:
        yield f"tables/{table.name}.csv", csv_of(table, rows)
        yield f"tables/{table.name}.json", json_of(table, rows)


def _index(computed: list[Computed]) -> bytes:
    """Each result in words, and with what is needed to compute it again."""
    listed = [
        {
            "name": one.exhibit.name,
            "title": one.exhibit.title,
            "says": one.exhibit.says,
            "record": one.enclosed.record,
            "computed_from": one.enclosed.given,
            "withheld": one.exhibit.withheld,
            "is_whole": one.given.is_whole,
            **one.method,
        }
        for one in computed
    ]
    return _json(listed)


def _package(challenge: Challenge, filled: list[tuple[Table, list[Row]]]) -> bytes:
    """A description for programs, as Frictionless Data has agreed (Data Package 1)."""
    return _json(
        {
            "profile": "tabular-data-package",
            "name": challenge.slug,
            "title": challenge.title,
            "description": challenge.question,
            "resources": [_resource(table) for table, _rows in filled],
        }
    )


def _resource(table: Table) -> dict[str, Any]:
    fields = [
        {"name": one.name, "type": one.type, "title": str(one.heading), "description": str(one.meaning)}
        for one in table.columns
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"tables/{table.name}.csv",
        "title": str(table.title),
        "description": str(table.description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _readme(
    challenge: Challenge,
    reader: Reader,
    filled: list[tuple[Table, list[Row]]],
    computed: list[Computed],
    *,
    language: str,
) -> bytes:
    """What this is, in the language of who opens it."""
    with translation.override(language):
        context = {
            "challenge": challenge,
            "municipality": the_municipality(),
            "audience": reader.audience,
            "tables": [(table, len(rows)) for table, rows in filled],
            "computed": computed,
            "places": _places(),
            "commands": ("pip install meervoud", f"meervoud dossier verify {challenge.slug}-opgavedossier.zip"),
        }
        return render_to_string("dossiers/readme.txt", context).encode()


def _places() -> list[tuple[str, str]]:
    return [
        ("tables/", _("tabellen, elk als CSV en als JSON")),
        ("analyses/", _("uitkomsten, met de reacties erachter en de tekeningen")),
        ("datapackage.json", _("wat elke kolom betekent, voor programma's (Frictionless Data)")),
        ("manifest.json", _("de SHA-256 van elk bestand")),
    ]


def _json(plain: Any) -> bytes:
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()
