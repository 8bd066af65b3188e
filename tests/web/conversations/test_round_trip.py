"""A Polis export that was uploaded and taken along again gives exactly the same landscape."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from meervoud import landscape
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from meervoud_web.conversations.actions import votes_from_upload
from meervoud_web.conversations.models import Conversation
from tests.web.conversations import uploads
from tests.web.conversations.ready import run_all

POLIS = Path(__file__).parents[4] / "shared" / "data" / "polis-conversations"
QUICK = {"resamples": 0}

COMMENTS = (
    "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-meta,is-seed\n"
    '1,0,0,8,4,1,"Meer bankjes, ook\nin het park",false,true\n'
    '2,1,0,7,5,0,"Minder auto\'s",false,false\n'
    "3,2,1,6,6,-1,Weg ermee,false,false\n"
    "4,3,1,9,3,1,Ik woon hier,true,true\n"
    "5,4,2,0,0,1,Nog geen reactie,false,false\n"
    "6,5,2,6,6,1,- met een streepje,false,true\n"
)


def small_export() -> bytes:
    """A little of everything: seeds, meta, moderated out, not looked at, nobody reacted, a second thought."""
    agrees = {0: 8, 1: 7, 2: 6, 3: 9, 5: 6}
    rows = [
        f"{100 + 20 * who + statement},{statement},{who},{1 if (who * 5) % 12 < agrees[statement] else -1}"
        for who in range(12)
        for statement in agrees
    ]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("comments.csv", COMMENTS)
        archive.writestr("votes.csv", "\n".join(["timestamp,comment-id,voter-id,vote", *rows, ""]))
    return packed.getvalue()


def packed(name: str) -> bytes:
    """Zip a conversation as Polis hands it over."""
    if not (POLIS / name).exists():
        pytest.skip("../shared/data is not here")
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((POLIS / name).glob("*.csv")):
            archive.write(path, path.name)
    return zipped.getvalue()


def through_the_house(client: Client, challenge: Challenge, export: bytes) -> bytes:
    """Upload an export, have it analysed, and take it along again."""
    votes, facts = actions.votes_from_upload(io.BytesIO(export), name="export.zip")
    conversation = actions.import_votes(challenge=challenge, title="t", votes=votes, file=facts)
    actions.analyse_conversation(conversation, parameters=QUICK)
    run_all()
    assert Analysis.objects.get().state == Analysis.State.DONE
    return bytes(client.get(f"/stellingenrondes/{Conversation.objects.get().pk}/bestand/polis.zip").content)


def test_a_text_that_was_guarded_against_a_spreadsheet_comes_in_as_it_was(
    staff_client: Client, challenge: Challenge
) -> None:
    taken = through_the_house(staff_client, challenge, small_export())
    assert b"'- met een streepje" in zipfile.ZipFile(io.BytesIO(taken)).read("comments.csv")
    again, _ = actions.votes_from_upload(io.BytesIO(taken), name="export.zip")
    assert again.texts == actions.votes_from_upload(io.BytesIO(small_export()), name="export.zip")[0].texts


@pytest.mark.parametrize("name", ["small", "scoop-hivemind.biodiversity", "vtaiwan.uberx"])
def test_what_is_taken_along_gives_the_landscape_of_what_was_uploaded(
    staff_client: Client, challenge: Challenge, tmp_path: Path, name: str
) -> None:
    before, after = tmp_path / "before.zip", tmp_path / "after.zip"
    before.write_bytes(small_export() if name == "small" else packed(name))
    after.write_bytes(through_the_house(staff_client, challenge, before.read_bytes()))
    uploaded, taken = landscape.read_votes(before), landscape.read_votes(after)
    assert taken.meta == uploaded.meta
    assert taken.seeds == uploaded.seeds
    assert taken.moderated.tolist() == uploaded.moderated.tolist()
    assert landscape.to_dict(landscape.analyse(taken, **QUICK)) == landscape.to_dict(
        landscape.analyse(uploaded, **QUICK)
    )


def test_a_workbook_gives_the_votes_of_the_same_table_as_csv() -> None:
    csv, _ = votes_from_upload(io.BytesIO(uploads.GOOD_CSV), name="x.csv")
    book, facts = votes_from_upload(io.BytesIO(uploads.workbook(uploads.GOOD_ROWS)), name="Reacties maart.XLSX")
    assert book.fingerprint() == csv.fingerprint()
    assert facts.name == "Reacties maart.XLSX"
