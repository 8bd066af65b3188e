"""The zip: tables that a spreadsheet and a program can read, and results that anybody can compute again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from meervoud import dossier
from meervoud.__main__ import main
from meervoud.dossier import Agreement
from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.challenges.open_data import Chapter, Column, Table, register_table
from meervoud_web.conversations.models import Conversation, Participant
from meervoud_web.people.models import Person
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.ready import ready
from tests.web.dossiers.making import OPEN, unpacked


@pytest.fixture
def conversation(challenge: Challenge) -> Conversation:
    return ready(challenge, votes_of_two_groups(people=30, statements=10), public=True)


@pytest.fixture
def export(challenge: Challenge, tmp_path: Path) -> Callable[[], Path]:
    def write() -> Path:
        target = tmp_path / "dossier.zip"
        assert main(["dossier", "export", challenge.slug, str(target), "--force"]) == 0
        return target

    return write


def test_a_cell_that_is_a_formula_is_guarded_in_the_csv_and_as_it_is_in_the_json(
    challenge: Challenge, client: Client
) -> None:
    files = unpacked(client.get(reverse("dossiers:open_data", args=[challenge.slug])).content)
    (row,) = csv.DictReader(io.StringIO(files["tables/signals.csv"].decode(), newline=""))
    assert row["seen"] == f"'=1+{OPEN}"
    (plain,) = json.loads(files["tables/signals.json"])
    assert plain["seen"] == f"=1+{OPEN}"


def test_every_column_of_every_table_is_explained_for_programs_and_for_people(
    challenge: Challenge, client: Client
) -> None:
    files = unpacked(client.get(reverse("dossiers:open_data", args=[challenge.slug])).content)
    package = json.loads(files["datapackage.json"])
    assert {one["path"] for one in package["resources"]} == {
        name for name in files if name.startswith("tables/") and name.endswith(".csv")
    }
    for resource in package["resources"]:
        header = files[resource["path"]].decode().split("\r\n")[0].split(",")
        assert header == [one["name"] for one in resource["schema"]["fields"]]
        assert all(one["description"] and one["title"] for one in resource["schema"]["fields"])
        assert resource["title"] in files["LEESMIJ.txt"].decode()
    assert "WHAT IS IN IT" in files["README.txt"].decode()


def test_a_result_comes_out_again_to_the_bit_and_one_changed_byte_is_named(
    conversation: Conversation, export: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    target = export()
    found = dossier.verify(target)
    assert found.holds
    assert [one.agreement for one in found.analyses] == [Agreement.BITS]
    raw = bytearray(target.read_bytes())
    raw[raw.index(b"tables/questions.csv") + 30] ^= 1
    target.write_bytes(raw)
    assert main(["dossier", "verify", str(target)]) == 1
    assert capsys.readouterr().err == "altered: tables/questions.csv\n"


def test_the_reactions_are_in_the_form_that_the_landscape_reads(
    conversation: Conversation, export: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"analyses/round-{conversation.pk}"
    files = unpacked(export().read_bytes())
    folder = tmp_path / "votes"
    folder.mkdir()
    for path, content in files.items():
        if path.startswith(f"{name}/votes/"):
            (folder / Path(path).name).write_bytes(content)
    capsys.readouterr()
    assert main(["landscape", str(folder), "--json", "-"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["method"] == json.loads(files[f"{name}/record.json"])["method"]
    assert files[f"{name}/poster-nl.svg"].startswith(b"<svg")
    assert "time" not in files[f"{name}/votes/votes.csv"].decode().split("\n")[0]


def test_who_was_taken_out_after_a_result_is_in_no_file_and_the_dossier_says_why_it_cannot_be_computed(
    conversation: Conversation, export: Callable[[], Path]
) -> None:
    gone = Participant.objects.filter(conversation=conversation).first()
    assert gone is not None
    gone.delete()
    target = export()
    name = f"analyses/round-{conversation.pk}/votes/"
    votes = [content.decode() for path, content in unpacked(target.read_bytes()).items() if path.startswith(name)]
    assert not any(gone.public_id in one for one in votes)
    found = dossier.verify(target)
    assert found.holds
    assert [one.agreement for one in found.analyses] == [Agreement.NOT_WHOLE]


def test_a_round_that_is_not_open_yet_goes_along_with_nobody_outside(
    conversation: Conversation, export: Callable[[], Path]
) -> None:
    Conversation.objects.update(is_public=False)
    assert not dossier.verify(export()).analyses


def test_the_command_refuses_in_one_line_what_it_cannot_do(
    challenge: Challenge, olga: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.zip"
    target.write_bytes(b"precious")
    new = tmp_path / "y.zip"
    Challenge.objects.create(title="Dicht", slug="dicht", question="?", is_public=False)
    for wrong, why in {
        (challenge.slug, str(target)): "exists already",
        ("nergens", str(new)): "no challenge",
        ("dicht", str(new)): "no challenge",
        (challenge.slug, str(new), "--for", "niemand@meerdam.example"): "nobody with an account",
        (challenge.slug, str(tmp_path / "geen" / "map.zip")): "cannot write",
    }.items():
        assert main(["dossier", "export", *wrong]) == 2
        said = capsys.readouterr().err
        assert why in said
        assert said.count("\n") == 1
    assert target.read_bytes() == b"precious"
    assert sorted(tmp_path.iterdir()) == [target]
    assert not JournalEntry.objects.filter(verb="dossier-made").exists()
    assert main(["dossier", "export", "dicht", str(new), "--for", olga.email]) == 0
    assert JournalEntry.objects.get(verb="dossier-made").person is None


def test_two_tables_cannot_have_one_name() -> None:
    table = Table(
        name="questions",
        title="x",
        description="x",
        chapter=Chapter.QUESTION,
        columns=(Column("x", "x", "x"),),
        rows=lambda person, challenge: [],
    )
    with pytest.raises(ValueError, match="two tables"):
        register_table(table)
