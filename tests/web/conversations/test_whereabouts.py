"""Where a text stands that is refused: counted as a person counts rows in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from meervoud_web.conversations.actions.whereabouts import where_is


@pytest.mark.parametrize(
    ("content", "text", "found"),
    [
        ("id;text\n1;goed\n2;=fout\n", "=fout", {"file": "x.csv", "row": 3, "column": "text"}),
        ('id,text\n1,"twee\nregels"\n\n2,=fout\n', "=fout", {"file": "x.csv", "row": 5, "column": "text"}),
        ("id,text\n1,'=fout\n", "=fout", {"file": "x.csv", "row": 2, "column": "text"}),
        ("participant,=1\na,1\n", "=1", {"file": "x.csv", "row": 1, "column": ""}),
        ("id,text\n1,goed\n", "=fout", {}),
    ],
    ids=["semicolons", "lines in a cell", "behind our own sign", "in the header", "nowhere"],
)
def test_a_text_is_found_in_its_cell(tmp_path: Path, content: str, text: str, found: dict[str, object]) -> None:
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe no table that anybody reads")
    (tmp_path / "x.csv").write_text(content, encoding="utf-8")
    assert where_is(text, folder=tmp_path) == found
