"""What one takes along can be read again, computed again, and says no more than one may know."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from meervoud import landscape
from meervoud_web.analyses import queries as analyses
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.actions import votes_from_upload
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.pages.downloads import KINDS
from meervoud_web.conversations.queries.exports import polis_zip
from tests.web.conversations.ready import ready


@pytest.fixture
def round_(challenge: Challenge, votes: landscape.Votes) -> Conversation:
    return ready(challenge, votes, public=True)


def take(client: Client, round_: Conversation, kind: str, query: str = "") -> bytes:
    response = client.get(f"/stellingenrondes/{round_.pk}/bestand/{kind}{query}")
    assert response.status_code == 200
    assert f'filename="wat-helpt-u-stellingenronde-{kind}"' in response["Content-Disposition"]
    assert response["Content-Disposition"].startswith("attachment")
    return response.content


@pytest.mark.parametrize("kind", ["polis.zip", "reacties.csv"])
def test_staff_take_along_the_same_reactions_that_came_in(
    staff_client: Client, round_: Conversation, votes: landscape.Votes, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / kind
    path.write_bytes(take(staff_client, round_, kind))
    assert landscape.read_votes(path).fingerprint() == votes.fingerprint()


def test_the_same_reactions_give_the_same_bytes(staff_client: Client, round_: Conversation) -> None:
    for kind in KINDS:
        assert take(staff_client, round_, kind) == take(staff_client, round_, kind)


@pytest.mark.parametrize("query", ["", "?voor=iedereen"])
def test_the_record_is_all_one_needs_to_compute_it_again(
    staff_client: Client, round_: Conversation, query: str
) -> None:
    kept = json.loads(take(staff_client, round_, "meningenlandschap.json", query))
    given, result = kept["votes"], kept["result"]
    again = landscape.analyse(
        landscape.Votes.from_arrays(**given), seed=result["method"]["seed"], **result["method"]["parameters"]
    )
    assert again.method.input_hash == result["method"]["input_hash"]
    assert json.loads(json.dumps(landscape.to_dict(again)))["members"] == result["members"]


def test_the_record_holds_the_result_as_it_was_written_down(staff_client: Client, round_: Conversation) -> None:
    analysis = analyses.newest_result(Audience.STAFF, round_.pk)
    assert analysis is not None
    assert analyses.record_of(analysis).strip() in take(staff_client, round_, "meningenlandschap.json").decode()


def test_everyone_gets_other_ids_no_times_and_the_same_ids_in_every_file(
    round_: Conversation, tmp_path: Path
) -> None:
    client = Client()
    packed, table = tmp_path / "x.zip", tmp_path / "x.csv"
    packed.write_bytes(take(client, round_, "polis.zip"))
    table.write_bytes(take(client, round_, "reacties.csv"))
    record = json.loads(take(client, round_, "meningenlandschap.json"))
    public = landscape.read_votes(packed)
    assert public.times is None
    assert not any(participant.startswith("p") for participant in public.participants)
    assert (
        landscape.read_votes(table).fingerprint()
        == public.fingerprint()
        == record["result"]["method"]["input_hash"]
    )
    assert set(record["result"]["members"]) == set(public.participants)
    for kind in KINDS:
        assert b"1700000000" not in take(client, round_, kind)


def test_a_text_that_looks_like_a_formula_is_guarded_in_every_table(
    staff_client: Client, challenge: Challenge, votes: landscape.Votes, tmp_path: Path
) -> None:
    texts = dict(zip(votes.statements, ["=1+1", "+31", "-2", "@x", "\tx"], strict=False))
    round_ = ready(challenge, replace(votes, texts=texts))
    rows = list(csv.reader(io.StringIO(take(staff_client, round_, "stellingen.csv").decode())))
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)
    assert {"'=1+1", "'+31", "'-2", "'@x", "'\tx"} <= {row[1] for row in rows}
    path = tmp_path / "x.zip"
    path.write_bytes(take(staff_client, round_, "polis.zip"))
    assert landscape.read_votes(path).fingerprint() == votes.fingerprint()
    assert landscape.read_votes(path).texts[votes.statements[0]] == "'=1+1"


def test_silent_people_and_moderated_statements_survive_the_trip(
    staff_client: Client, challenge: Challenge, votes: landscape.Votes, tmp_path: Path
) -> None:
    quiet = landscape.Votes.from_arrays(
        [votes.participants[row] for row in votes.rows],
        [votes.statements[column] for column in votes.columns],
        votes.values,
        moderated={"3": True, "99": False},
        silent=["nobody"],
        texts={"3": "weg"},
    )
    round_ = ready(challenge, quiet)
    path = tmp_path / "x.zip"
    path.write_bytes(take(staff_client, round_, "polis.zip"))
    assert landscape.read_votes(path).fingerprint() == quiet.fingerprint()


def votes_in_the_zip(content: bytes) -> list[dict[str, str]]:
    packed = zipfile.ZipFile(io.BytesIO(content))
    return list(csv.DictReader(io.StringIO(packed.read("votes.csv").decode())))


def test_staff_read_the_moment_of_each_reaction_as_polis_spells_it(
    staff_client: Client, round_: Conversation
) -> None:
    rows = votes_in_the_zip(take(staff_client, round_, "polis.zip"))
    assert list(rows[0])[:5] == ["timestamp", "datetime", "comment-id", "voter-id", "vote"]
    moments = {row["timestamp"]: row["datetime"] for row in rows}
    assert moments["1700000000000"] == "Tue Nov 14 22:13:20 UTC 2023"


def test_the_public_zip_says_nothing_about_moments(client: Client, round_: Conversation) -> None:
    assert not {"timestamp", "datetime"} & set(votes_in_the_zip(take(client, round_, "polis.zip"))[0])


def test_a_moment_that_no_calendar_knows_stays_a_number() -> None:
    votes = landscape.Votes.from_arrays(["a"], ["1"], [1], times=[2**60])
    (row,) = votes_in_the_zip(polis_zip(votes, how_hard=""))
    assert (row["timestamp"], row["datetime"]) == (str(2**60), "")


def test_nobody_keeps_a_copy_of_what_staff_take_along(staff_client: Client, round_: Conversation) -> None:
    for kind in KINDS:
        response = staff_client.get(f"/stellingenrondes/{round_.pk}/bestand/{kind}")
        assert "no-store" in response["Cache-Control"]


def test_a_file_that_can_say_it_says_how_hard_the_result_is(staff_client: Client, round_: Conversation) -> None:
    address = f"/stellingenrondes/{round_.pk}/bestand/"
    packed = zipfile.ZipFile(io.BytesIO(staff_client.get(f"{address}polis.zip").content))
    for said in (
        packed.read("README.txt").decode(),
        staff_client.get(f"{address}meningenlandschap.svg").text,
        staff_client.get(f"{address}meningenlandschap.json").json()["assurance"],
    ):
        assert "geen telling van personen" in said


def test_what_was_taken_along_can_be_brought_in_again(staff_client: Client, round_: Conversation) -> None:
    content = staff_client.get(f"/stellingenrondes/{round_.pk}/bestand/polis.zip").content
    votes, _facts = votes_from_upload(io.BytesIO(content), name="polis.zip")
    assert len(votes.participants) > 0
