"""Meerdam as open data: all of it comes out again, and nobody's name is in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from meervoud import dossier
from meervoud.__main__ import main
from meervoud.dossier import Agreement
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import ColumnType, Value, exhibits_for, tables
from meervoud_web.people.models import Person, Role
from tests.web.dossiers.making import everything_in, unpacked
from tests.web.quick_example import load_quickly

TYPES: dict[str, type | tuple[type, ...]] = {
    ColumnType.TEXT: str,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: (int, float),
    ColumnType.YES_NO: bool,
    ColumnType.DATE: date,
    ColumnType.MOMENT: date,
}


def fits(value: Value, kind: ColumnType) -> bool:
    return value is None or (isinstance(value, TYPES[kind]) and isinstance(value, bool) is (kind == "boolean"))


def test_meerdam_comes_out_again_names_nobody_and_keeps_to_itself_what_is_closed(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_quickly(monkeypatch)
    challenge = Challenge.objects.get(slug="samen-langer-thuis")
    manager = Person.objects.get(assignments__role=Role.CHALLENGE_MANAGER)
    target = tmp_path / "meerdam.zip"
    assert main(["dossier", "export", challenge.slug, str(target)]) == 0
    found = dossier.verify(target)
    assert found.holds
    assert [one.agreement for one in found.analyses] == [Agreement.BITS] * 2

    for table in tables():
        for person in (None, manager):
            for row in table.rows(person, challenge):
                wrong = [
                    column.name
                    for column, value in zip(table.columns, row, strict=True)
                    if not fits(value, column.type)
                ]
                assert not wrong, f"{table.name}: {wrong}"

    public = everything_in(target.read_bytes())
    for person in Person.objects.all():
        assert person.name not in public
        assert person.email not in public
    filled = [
        name
        for name, content in unpacked(target.read_bytes()).items()
        if name.endswith(".json") and len(content) > 3
    ]
    assert {
        "tables/questions.json",
        "tables/signals.json",
        "tables/statements.json",
        "tables/journal.json",
    } <= set(filled)
    assert len(json.loads(unpacked(target.read_bytes())["analyses/index.json"])) == 2

    Challenge.objects.update(is_public=False)
    challenge.refresh_from_db()
    told = [table.name for table in tables() if list(table.rows(None, challenge))]
    assert not told, f"these tell everyone of a closed challenge: {told}"
    assert not exhibits_for(challenge, None)
