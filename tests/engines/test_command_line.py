"""The command line: the record that others rely on, and one clear line when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from meervoud.__main__ import main
from meervoud.landscape import Votes
from tests.engines.landscape.simulated import groups

TOP = {
    "counts", "tallies", "structure", "groups", "members", "bridges", "divides", "minority_voices", "undecided",
    "consensus_polis", "suspicious", "method",
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    votes: Votes = groups((0.7, 0.3), np.random.default_rng(1), people=120, statements=24).votes
    target = tmp_path / "stemmen.csv"
    rows = zip(votes.rows.tolist(), votes.columns.tolist(), votes.values.tolist(), strict=True)
    target.write_text("participant,statement,vote\n" + "".join(f"p{a},{b},{c}\n" for a, b, c in rows))
    return target


def record(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert main(["landscape", *map(str, arguments), "--json", "-"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_record_has_the_keys_that_were_promised(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, file, "--resamples", 24)
    assert found.keys() >= TOP
    assert set(found["counts"]) == {
        "participants", "participants_placed", "statements", "votes", "agree", "disagree", "pass",
    }  # fmt: skip
    assert set(found["tallies"][0]) == {"statement", "agree", "disagree", "pass", "moderated"}
    assert found["structure"].keys() >= {"verdict", "silhouette", "null", "k", "k_certainty"}
    assert set(found["structure"]["null"]) == {"shuffle", "spectrum"}
    assert found["groups"][0].keys() >= {"id", "size", "representative"}
    assert set(found["members"]["p0"]) == {"group", "x", "y", "reliability", "certainty"}
    assert found["bridges"][0].keys() >= {"statement", "score", "low", "high", "by_group"}
    assert found["method"].keys() >= {"name", "version", "parameters", "seed", "input_hash"}
    assert found["structure"]["verdict"] == "groups"
    assert isinstance(found["members"]["p0"]["group"], str)


def test_groups_seed_recipe_and_resamples_are_passed_on(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, file, "--resamples", 0, "--groups", 3, "--seed", 7, "--recipe", "polis")
    assert len(found["groups"]) == 3
    assert found["method"]["seed"] == 7
    assert found["method"]["parameters"]["recipe"] == "polis"
    assert found["structure"]["verdict"] is None


def test_groups_can_come_from_a_csv(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tmp_path / "groups.csv"
    given.write_text("participant,group-id\n" + "".join(f"p{n},{n % 2}\n" for n in range(100)) + "p100,\n")
    found = record(capsys, file, "--groups-from", given, "--resamples", 0)
    assert [(group["id"], group["size"]) for group in found["groups"]] == [("0", 50), ("1", 50)]
    assert found["members"]["p1"]["group"] == "1"
    assert found["members"]["p100"]["group"] is None


def test_the_record_and_the_picture_are_written_to_files(file: Path, tmp_path: Path) -> None:
    kept, picture = tmp_path / "record.json", tmp_path / "picture.svg"
    assert main(["landscape", str(file), "--resamples", "0", "--json", str(kept), "--svg", str(picture)]) == 0
    assert json.loads(kept.read_text(encoding="utf-8"))["counts"]["participants"] == 120
    assert picture.read_text(encoding="utf-8").lstrip().startswith("<svg")


def test_without_json_there_is_a_summary_to_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["landscape", str(file), "--resamples", "0"]) == 0
    assert "120" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["weg.csv"], ["bad.csv"],
     ["GOOD", "--groups", "many"], ["GOOD", "--groups", "1"], ["GOOD", "--resamples", "-3"],
     ["GOOD", "--groups-from", "weg.csv"], ["GOOD", "--groups-from", "bad.csv"]],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_used_gets_one_line_and_exit_two(
    arguments: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.csv").write_text("participant,statement,vote\na,1,9\n")
    places = [str(file) if one == "GOOD" else str(tmp_path / one) if ".csv" in one else one for one in arguments]
    assert main(["landscape", *places]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("meervoud: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("participant,vote\na,1\n", "statement"),
        ("participant,time,vote\na,1,1\n", "statement"),
        ("deelnemer,reactie\na,eens\n", "statement"),
    ],
)
def test_a_table_of_votes_without_statements_is_no_matrix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(text)
    assert main(["landscape", str(path)]) == 2
    assert words in one_line(capsys)


@pytest.mark.parametrize(
    "words", [["--resamples", "abc"], ["--recipe", "foo"], ["--seed", "x"], ["--wat"], []], ids=str
)
def test_words_of_a_command_that_make_no_sense_take_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["landscape", *words])
    assert end.value.code == 2
    assert one_line(capsys)


@pytest.mark.parametrize(
    ("table", "more", "words"),
    [
        ("participant,group-id\n1,a\n1,b\n", [], "twice"),
        ("participant,group-id\nnobody,a\n", [], "nobody"),
        ("participant,group-id\n1,a\n", ["--groups", "2"], "together"),
    ],
)
def test_groups_that_cannot_be_meant_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, more: list[str], words: str
) -> None:
    votes, groups = tmp_path / "votes.csv", tmp_path / "groups.csv"
    votes.write_text("participant,statement,vote\n1,1,1\n2,1,-1\n")
    groups.write_text(table)
    assert main(["landscape", str(votes), "--groups-from", str(groups), *more]) == 2
    assert words in one_line(capsys)


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr().err
    assert said.count("\n") == 1, said
    return said
