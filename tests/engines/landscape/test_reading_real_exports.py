"""Real exports: tallies to the last vote, from either file, and never with the signs the wrong way round."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from meervoud import landscape
from meervoud.errors import MethodError
from tests.engines.landscape.simulated import BIODIVERSITY, CONVERSATIONS, shared

FILES = ("votes.csv", "participants-votes.csv", "comments.csv")


@pytest.fixture(params=CONVERSATIONS)
def export(request: pytest.FixtureRequest) -> Path:
    return shared(request.param)


def truth(export: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((export / "truth.json").read_text(encoding="utf-8"))
    return found


def copied(export: Path, target: Path, *names: str) -> Path:
    target.mkdir()
    for name in names:
        shutil.copy(export / name, target / name)
    return target


def rewritten(file: Path, *, flip: tuple[str, ...]) -> None:
    """Turn the sign of every 1 and -1 in the given columns, or in all columns that are not about people."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        header, *body = list(csv.reader(lines))
    places = [place for place, name in enumerate(header) if name in flip or (not flip and name.isdecimal())]
    for row in body:
        for place in places:
            row[place] = {"1": "-1", "-1": "1"}.get(row[place], row[place])
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([header, *body])


def test_tallies_equal_the_truth_exactly(export: Path) -> None:
    known = truth(export)
    result = landscape.analyse(landscape.read_votes(export), recipe="polis", resamples=0)
    voted = {one.statement: [one.agree, one.disagree, one.pass_] for one in result.tallies}
    assert {name: voted[name] for name in known["per_statement_current"]} == known["per_statement_current"]
    assert all(counts == [0, 0, 0] for name, counts in voted.items() if name not in known["per_statement_current"])
    counts = result.counts
    assert (counts.agree, counts.disagree, counts.pass_) == tuple(
        known[f"{word}_current"] for word in ("agree", "disagree", "pass")
    )
    assert counts.votes == known["votes_current"]
    assert counts.participants == known["participants"]
    assert counts.statements == known["statements_in_comments_csv"]
    assert sum(one.moderated for one in result.tallies) == known["moderated"]["-1"]


def test_the_matrix_and_the_votes_say_the_same(export: Path, tmp_path: Path) -> None:
    matrix = landscape.read_votes(copied(export, tmp_path / "matrix", "participants-votes.csv", "comments.csv"))
    votes = landscape.read_votes(copied(export, tmp_path / "votes", "votes.csv", "comments.csv"))
    assert matrix.fingerprint() == votes.fingerprint()


def test_a_zip_is_read_like_its_folder_also_with_a_folder_inside(export: Path, tmp_path: Path) -> None:
    for prefix in ("", "export/"):
        target = tmp_path / f"{len(prefix)}.zip"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name in FILES:
                zipped.write(export / name, prefix + name)
        assert landscape.read_votes(target).fingerprint() == landscape.read_votes(export).fingerprint()


def test_votes_with_flipped_signs_are_refused(export: Path, tmp_path: Path) -> None:
    folder = copied(export, tmp_path / "flipped", "votes.csv", "comments.csv")
    rewritten(folder / "votes.csv", flip=("vote",))
    with pytest.raises(MethodError) as refused:
        landscape.read_votes(folder)
    assert refused.value.code == "sign-convention"
    assert refused.value.details["file"] == "votes.csv"


def test_a_matrix_with_flipped_signs_is_refused(export: Path, tmp_path: Path) -> None:
    folder = copied(export, tmp_path / "flipped", "participants-votes.csv", "comments.csv")
    rewritten(folder / "participants-votes.csv", flip=())
    with pytest.raises(MethodError) as refused:
        landscape.read_votes(folder)
    assert refused.value.code == "sign-convention"


def test_one_vote_too_few_is_noticed(tmp_path: Path) -> None:
    folder = copied(shared(BIODIVERSITY), tmp_path / "short", "votes.csv", "comments.csv")
    lines = (folder / "votes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    last_spoken = max(place for place, line in enumerate(lines) if not line.rstrip().endswith(",0"))
    (folder / "votes.csv").write_text("".join(lines[:last_spoken] + lines[last_spoken + 1 :]), encoding="utf-8")
    with pytest.raises(MethodError) as refused:
        landscape.read_votes(folder)
    assert refused.value.code == "counts-differ"
    assert refused.value.details["statement"] == lines[last_spoken].split(",")[2]


def test_re_votes_leave_only_the_last_word(export: Path) -> None:
    known = truth(export)
    with (export / "votes.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == known["vote_rows"]
    assert landscape.read_votes(export).size == known["vote_rows"] - known["revote_rows"]
