"""What real files throw at a reader, and what it says when it gives up: file, row and column."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from meervoud import landscape
from meervoud.errors import MethodError

COMMENTS = "comment-id,agrees,disagrees,moderated,comment-body\n1,1,1,1,Een\n2,0,1,1,Twee\n"
VOTES = "timestamp,comment-id,voter-id,vote\n1,1,a,1\n1,1,b,-1\n1,2,a,-1\n"


def export(folder: Path, *, votes: str | bytes = VOTES, comments: str | bytes = COMMENTS) -> Path:
    for name, text in (("votes.csv", votes), ("comments.csv", comments)):
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def plain(folder: Path, text: str | bytes) -> landscape.Votes:
    file = folder / "stemmen.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return landscape.read_votes(file)


def refused(path: Path) -> MethodError:
    with pytest.raises(MethodError) as error:
        landscape.read_votes(path)
    assert "\n" not in str(error.value)
    return error.value


def values(votes: landscape.Votes) -> dict[tuple[str, str], int]:
    return {
        (votes.participants[row], votes.statements[column]): value
        for row, column, value in zip(
            votes.rows.tolist(), votes.columns.tolist(), votes.values.tolist(), strict=True
        )
    }


def test_a_byte_order_mark_is_not_part_of_the_first_column(tmp_path: Path) -> None:
    assert values(plain(tmp_path, b"\xef\xbb\xbfparticipant,statement,vote\na,1,1\n")) == {("a", "1"): 1}
    votes = landscape.read_votes(export(tmp_path, votes=b"\xef\xbb\xbf" + VOTES.encode()))
    assert votes.size == 3


def test_a_statement_may_have_lines_quotes_and_every_script(tmp_path: Path) -> None:
    comments = (
        'comment-id,agrees,disagrees,moderated,comment-body\n1,1,1,1,"Een\r\n""twee"", 三 🙂"\n2,0,1,1,Twee\n'
    )
    votes = landscape.read_votes(export(tmp_path, comments=comments))
    assert votes.texts["1"] == 'Een\r\n"twee", 三 🙂'


def test_a_row_after_a_quoted_line_break_keeps_its_place_in_the_file(tmp_path: Path) -> None:
    comments = 'comment-id,agrees,disagrees,moderated,comment-body\n1,1,1,1,"Een\ntwee"\n2,x,1,1,Twee\n'
    error = refused(export(tmp_path, comments=comments))
    assert (error.code, error.details["row"], error.details["column"]) == ("bad-count", 4, "agrees")


@pytest.mark.parametrize(("early", "late"), [("1564963367", "1564963368"), ("1564963367843", "1564963367844")])
def test_the_last_vote_wins_by_time_in_seconds_and_in_milliseconds(tmp_path: Path, early: str, late: str) -> None:
    votes = plain(tmp_path, f"participant,statement,vote,time\na,1,-1,{late}\na,1,1,{early}\n")
    assert values(votes) == {("a", "1"): -1}


def test_seconds_and_milliseconds_in_one_file_are_the_same_clock(tmp_path: Path) -> None:
    votes = plain(tmp_path, "participant,statement,vote,time\na,1,-1,1564963368\na,1,1,1564963367999\n")
    assert values(votes) == {("a", "1"): -1}


def test_of_votes_at_the_same_moment_the_last_in_the_file_wins(tmp_path: Path) -> None:
    votes = plain(tmp_path, "participant,statement,vote,time\na,1,1,1564963367\na,1,0,1564963367\n")
    assert values(votes) == {("a", "1"): 0}


def test_duplicate_rows_count_once_in_the_tallies_and_twice_in_the_check(tmp_path: Path) -> None:
    votes = VOTES + "1,1,a,1\n"
    assert refused(export(tmp_path, votes=votes)).code == "counts-differ"
    votes_read = landscape.read_votes(
        export(tmp_path, votes=votes, comments=COMMENTS.replace("1,1,1,1", "1,2,1,1"))
    )
    assert votes_read.size == 3


def test_semicolons_and_dutch_words_are_read(tmp_path: Path) -> None:
    text = "deelnemer;stelling;reactie\na;1;Eens\na;2;weet ik niet\nb;1; ONEENS \n"
    assert values(plain(tmp_path, text)) == {("a", "1"): 1, ("a", "2"): 0, ("b", "1"): -1}


@pytest.mark.parametrize("words", [("agree", "pass", "disagree"), ("1", "0", "-1"), ("1.0", "0.0", "-1.0")])
def test_english_words_and_numbers_are_read(tmp_path: Path, words: tuple[str, str, str]) -> None:
    text = "participant,statement,vote\n" + "".join(f"a,{at},{word}\n" for at, word in enumerate(words))
    assert list(values(plain(tmp_path, text)).values()) == [1, 0, -1]


@pytest.mark.parametrize("bad", ["2", "NaN", "=1", "", "inf", "ja"])
def test_a_bad_vote_is_refused_by_file_row_and_column(tmp_path: Path, bad: str) -> None:
    with pytest.raises(MethodError) as error:
        plain(tmp_path, f"participant,statement,vote\na,1,1\nb,1,{bad}\n")
    found = error.value
    assert (found.code, found.details["file"], found.details["row"], found.details["column"]) == (
        "bad-vote", "stemmen.csv", 3, "vote",
    )  # fmt: skip
    assert str(found).startswith("stemmen.csv, row 3, column vote: ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("participant,statement\na,1\n", "missing-column"),
        ("participant,statement,vote\na,1\n", "ragged-row"),
        ("participant,statement,vote,time\na,1,1,gisteren\n", "bad-time"),
        ("participant,statement,vote\n ,1,1\n", "bad-id"),
        ('participant,statement,vote\n"a,1,1\n', "bad-csv"),
        ("participant,statement,vote\na\x00,1,1\n", "bad-csv"),
        ("", "empty"),
        ("participant,statement,vote\nJosé,1,1\n".encode("latin-1"), "not-utf8"),
        ("participant,statement,vote\na,1,1\n".encode("utf-16"), "not-utf8"),
    ],
)
def test_a_broken_file_is_refused_with_its_fault(tmp_path: Path, text: str | bytes, code: str) -> None:
    with pytest.raises(MethodError) as error:
        plain(tmp_path, text)
    assert error.value.code == code
    assert error.value.details["file"] == "stemmen.csv"


def test_a_vote_on_an_unknown_statement_is_refused(tmp_path: Path) -> None:
    error = refused(export(tmp_path, votes=VOTES + "1,9,a,0\n"))
    assert (error.code, error.details["row"], error.details["value"]) == ("unknown-statement", 5, "9")


def test_a_statement_named_twice_is_refused(tmp_path: Path) -> None:
    assert refused(export(tmp_path, comments=COMMENTS + "2,0,1,1,Nog eens\n")).code == "duplicate-id"


def test_moderated_and_meta_statements_count_and_stay_out_of_all_else(tmp_path: Path) -> None:
    comments = (
        "comment-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body\n"
        "1,1,1,1,false,true,Een\n2,0,1,-1,false,false,Twee\n3,1,0,1,true,false,Wie\n"
    )
    votes = landscape.read_votes(export(tmp_path, votes=VOTES + "1,3,a,1\n", comments=comments))
    assert (votes.meta, votes.seeds) == (frozenset({"3"}), frozenset({"1"}))
    result = landscape.analyse(votes, resamples=0)
    assert [(one.statement, one.moderated) for one in result.tallies] == [("1", False), ("2", True), ("3", True)]
    assert result.counts.votes == 4
    assert [one.statement for one in result.bridges] == ["1"]


def test_a_matrix_without_comments_is_read_and_silent_people_stay(tmp_path: Path) -> None:
    (tmp_path / "participants-votes.csv").write_text(
        "participant,xid,group-id,n-votes,4,7\na,x,0,2,1,-1\nb,,,0,,\n"
    )
    votes = landscape.read_votes(tmp_path)
    assert (votes.participants, votes.statements) == (("a", "b"), ("4", "7"))
    assert values(votes) == {("a", "4"): 1, ("a", "7"): -1}


def test_a_folder_without_votes_and_a_path_that_is_not_there_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "no-votes-file"
    assert refused(tmp_path / "weg.csv").code == "not-found"


def zipped(target: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return target


def test_a_zip_never_reaches_outside_itself(tmp_path: Path) -> None:
    outside = zipped(tmp_path / "out.zip", {"../votes.csv": VOTES, "../comments.csv": COMMENTS})
    assert refused(outside).code == "no-votes-file"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.zip"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"votes.csv": VOTES + "1,1,a,1\n" * 2_000_000})
    assert bomb.stat().st_size < 100_000
    assert refused(bomb).code == "too-large"


def test_a_zip_with_the_same_file_twice_or_with_broken_bytes_is_refused(tmp_path: Path) -> None:
    assert refused(zipped(tmp_path / "two.zip", {"a/votes.csv": VOTES, "b/votes.csv": VOTES})).code == "bad-zip"
    broken = zipped(tmp_path / "broken.zip", {"votes.csv": VOTES * 50})
    raw = bytearray(broken.read_bytes())
    raw[45:75] = b"\xff" * 30
    broken.write_bytes(bytes(raw))
    assert refused(broken).code == "bad-zip"
