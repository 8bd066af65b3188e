"""Whoever gets a dossier finds out what was changed in it, and whether its results come out again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meervoud import dossier
from meervoud.__main__ import main
from meervoud.dossier import Agreement
from tests.engines.dossier.making import GIVEN, RECORD, TABLE, VOTES, files, spoiled, written


@pytest.fixture(scope="module")
def contents() -> Mapping[str, bytes]:
    return files()


@pytest.fixture
def path(tmp_path: Path, contents: Mapping[str, bytes]) -> Path:
    return written(tmp_path / "dossier.zip", contents)


def test_a_dossier_as_it_was_written_holds_to_the_bit(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "verify", str(path)]) == 0
    said = capsys.readouterr().out
    assert "round-1: the same bits (landscape " in said
    assert "All files are as they were written; 1 of 1 analyses hold." in said


def test_the_same_contents_give_the_same_bytes_in_any_order(
    path: Path, tmp_path: Path, contents: Mapping[str, bytes]
) -> None:
    again = written(tmp_path / "again.zip", dict(reversed(contents.items())))
    assert again.read_bytes() == path.read_bytes()


def test_an_altered_a_missing_and_an_extra_file_are_each_named(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(inside: dict[str, bytes]) -> None:
        inside[TABLE] = inside[TABLE].replace(b"Hoe", b"Wie")
        inside["tables/more.csv"] = b"x"
        del inside[RECORD]

    assert main(["dossier", "verify", str(spoiled(path, change))]) == 1
    said = capsys.readouterr()
    assert f"altered: {TABLE}\n" in said.err
    assert f"missing: {RECORD}\n" in said.err
    assert "extra: tables/more.csv\n" in said.err
    assert "round-1: not computed again" in said.err


def test_one_byte_that_was_changed_inside_the_zip_is_found(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[raw.index(VOTES.encode()) + len(VOTES) + 400] ^= 1  # the first time is before the packed file itself
    path.write_bytes(raw)
    assert dossier.verify(path).altered == (VOTES,)


def test_one_reaction_that_was_changed_shows_in_the_result_too_even_under_a_new_manifest(
    tmp_path: Path, contents: Mapping[str, bytes]
) -> None:
    head, first, rest = contents[VOTES].split(b"\n", 2)
    other = first.rsplit(b",", 1)[0] + (b",0" if first.endswith(b"1") else b",1")
    found = dossier.verify(written(tmp_path / "x.zip", {**contents, VOTES: b"\n".join((head, other, rest))}))
    (one,) = found.analyses
    assert not found.altered
    assert one.agreement == Agreement.DIFFERS
    assert " in the record, and " in one.detail


@pytest.mark.parametrize(("step", "agreement"), [(1e-11, Agreement.VALUES), (1e-7, Agreement.DIFFERS)])
def test_a_value_may_differ_by_a_billionth_and_no_more(
    tmp_path: Path, contents: Mapping[str, bytes], step: float, agreement: Agreement
) -> None:
    record = json.loads(contents[RECORD])
    record["bridges"][2]["score"] += step
    found = dossier.verify(written(tmp_path / "x.zip", {**contents, RECORD: json.dumps(record).encode()}))
    (one,) = found.analyses
    assert one.agreement == agreement
    assert found.holds is (agreement == Agreement.VALUES)
    assert ("bridges[2].score is" in one.detail) is (agreement == Agreement.DIFFERS)


def test_a_record_of_another_version_of_the_method_says_so(tmp_path: Path, contents: Mapping[str, bytes]) -> None:
    record = json.loads(contents[RECORD])
    record["method"]["version"] = "0"
    found = dossier.verify(written(tmp_path / "x.zip", {**contents, RECORD: json.dumps(record).encode()}))
    assert found.holds
    assert "computed again with version" in found.analyses[0].method


def test_a_result_of_which_somebody_took_their_part_back_says_so_and_holds(
    tmp_path: Path, contents: Mapping[str, bytes]
) -> None:
    found = dossier.verify(written(tmp_path / "x.zip", contents, is_whole=False))
    assert found.holds
    assert found.analyses[0].agreement == Agreement.NOT_WHOLE


@pytest.mark.parametrize(
    "parameters", [{"resamples": 10**9}, {"unheard_of": 1}, {"groups": "none"}, {"weights": ["x"]}]
)
def test_a_record_that_asks_for_the_impossible_is_not_computed(
    tmp_path: Path, contents: Mapping[str, bytes], parameters: dict[str, Any]
) -> None:
    record = json.loads(contents[RECORD])
    record["method"]["parameters"] |= parameters
    found = dossier.verify(written(tmp_path / "x.zip", {**contents, RECORD: json.dumps(record).encode()}))
    assert found.analyses[0].agreement == Agreement.NOT_COMPUTED
    assert not found.holds


def test_what_a_stranger_wrote_does_not_steer_the_screen(
    tmp_path: Path, contents: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    record = json.loads(contents[RECORD])
    record["method"]["version"] = "\x1b[2J"
    record["consensus_polis"] = {"\x1b[31mred": 1.0}
    target = written(tmp_path / "x.zip", {**contents, RECORD: json.dumps(record).encode()})
    main(["dossier", "verify", str(target)])
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


def test_votes_that_are_not_there_are_named(path: Path) -> None:
    def change(inside: dict[str, bytes]) -> None:
        del inside[VOTES]

    found = dossier.verify(spoiled(path, change))
    assert found.missing == (VOTES,)
    assert found.analyses[0].agreement == Agreement.NOT_COMPUTED
    assert GIVEN.rpartition("/")[2] == "votes"


def test_a_title_with_signs_that_nobody_sees_does_not_keep_it_from_being_verified(tmp_path: Path) -> None:
    target = tmp_path / "x.zip"
    with target.open("wb") as file:
        dossier.write(file, title="Samen\u00ad\n langer\u202e thuis", audience="everyone", files={})
    assert dossier.verify(target).contents.title == "Samen langer thuis"


PLAIN = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5) | st.integers() | st.floats(-1e6, 1e6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_anything_agrees_with_itself(value: Any) -> None:
    assert dossier.difference(value, json.loads(json.dumps(value))) is None


@given(st.floats(-1e6, 1e6), st.floats(-1e3, 1e3), st.booleans())
def test_two_numbers_agree_exactly_when_they_are_within_a_billionth(
    number: float, step: float, is_nested: bool
) -> None:
    other = number + step
    close = abs(other - number) <= dossier.CLOSE * max(1.0, abs(number), abs(other))
    found = dossier.difference({"a": [number]} if is_nested else number, {"a": [other]} if is_nested else other)
    assert (found is None) is close
    if found and is_nested:
        assert found.startswith("a[0] is ")


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_record_with_anything_at_all_in_it_is_compared_or_refused_and_never_crashes(
    contents: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    record = json.loads(contents[RECORD])
    place: Any = record
    for _step in range(data.draw(st.integers(0, 4))):
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)[:40]))
        if not isinstance(place[key], dict | list) or not place[key]:
            break
        place = place[key]
    keys = sorted(place) if isinstance(place, dict) else range(len(place))
    place[data.draw(st.sampled_from(list(keys)[:40]))] = data.draw(PLAIN)
    target = tmp_path_factory.getbasetemp() / "junk.zip"
    found = dossier.verify(written(target, {**contents, RECORD: json.dumps(record).encode()}))
    assert found.analyses[0].agreement in Agreement
