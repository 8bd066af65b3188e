"""What somebody may send to hurt us is refused in Dutch, and changes nothing."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies

from meervoud.errors import MethodError
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.actions import UploadRefusedError, votes_from_upload
from meervoud_web.conversations.models import Conversation, Participant, Statement, Upload, Vote
from tests.web.conversations import uploads

HEADER = b"participant,statement,vote\n"

HOSTILE = {
    "leeg": ("leeg.csv", b"", "leeg"),
    "zip bomb": ("bom.zip", uploads.bomb(), "veel te groot"),
    "zip bomb that lies": ("bom.zip", uploads.lying_bomb(), "zip-bestand"),
    "path upwards": ("weg.zip", uploads.zipped({"../votes.csv": uploads.VOTES}), "onveilige naam"),
    "absolute path": ("weg.zip", uploads.zipped({"/etc/votes.csv": uploads.VOTES}), "onveilige naam"),
    "backslash": ("weg.zip", uploads.zipped({"..\\votes.csv": uploads.VOTES}), "onveilige naam"),
    "symlink": ("link.zip", uploads.with_link(), "onveilige naam"),
    "null in a name": ("nul.zip", uploads.with_null_in_name(), "zip"),
    "nested zip": ("in.zip", uploads.zipped({"votes.csv": uploads.VOTES, "x.zip": b"PK"}), "weer een ingepakt"),
    "too deep": ("diep.zip", uploads.polis_zip(folder="a/b/"), "te diep"),
    "twice": ("dubbel.zip", uploads.with_twins(), "twee keer"),
    "encrypted": ("slot.zip", uploads.encrypted(), "wachtwoord"),
    "broken": ("stuk.zip", uploads.broken(), "beschadigd"),
    "many files": ("veel.zip", uploads.zipped({f"{one}.csv": b"" for one in range(101)}), "te veel bestanden"),
    "no votes in it": ("ander.zip", uploads.zipped({"comments.csv": uploads.COMMENTS}), "geen votes.csv"),
    "zip called csv": ("x.csv", uploads.polis_zip(), "passen niet"),
    "csv called zip": ("x.zip", uploads.GOOD_CSV, "passen niet"),
    "program": ("x.exe", b"MZ", "Kies een zip-bestand"),
    "csv called workbook": ("x.xlsx", uploads.GOOD_CSV, "passen niet"),
    "zip called workbook": ("x.xlsx", uploads.polis_zip(), "Excel-bestand is beschadigd"),
    "workbook called zip": ("x.zip", uploads.workbook(uploads.GOOD_ROWS), "geen votes.csv"),
    "bomb called workbook": ("x.xlsx", uploads.bomb(), "veel te groot"),
    "workbook of laughs": ("x.xlsx", uploads.laughing_workbook(), "Excel-bestand is beschadigd"),
    "formula in a workbook": ("x.xlsx", uploads.workbook([*uploads.GOOD_ROWS, ("z", "1", "=1+1")]), "kolom vote"),
    "wrong vote in a workbook": ("x.xlsx", uploads.workbook([*uploads.GOOD_ROWS, (), (1, 1, 7)]), "rij 99"),
    "empty workbook": ("x.xlsx", uploads.workbook([]), "niets in"),
    "utf-16": ("x.csv", uploads.GOOD_CSV.decode().encode("utf-16"), "CSV UTF-8"),
    "latin-1": ("x.csv", HEADER + b"caf\xe9,1,1\n", "CSV UTF-8"),
    "lone surrogate": ("x.csv", HEADER + b"a\xed\xa0\x80,1,1\n", "CSV UTF-8"),
    "null byte": ("x.csv", HEADER + b"a\x00,1,1\n", "CSV"),
    "not a number": ("x.csv", HEADER + b"a,1,NaN\n", "rij 2, kolom vote"),
    "infinity": ("x.csv", HEADER + b"a,1,1\nb,1,Infinity\n", "rij 3, kolom vote"),
    "1e999": ("x.csv", HEADER + b"a,1,1e999\n", "rij 2"),
    "two": ("x.csv", HEADER + b"a,1,2\n", "rij 2"),
    "formula as id": ("x.csv", HEADER + b"a,1,1\n=1+1,1,1\n", "x.csv, rij 3, kolom participant, daar staat"),
    "formula as statement": ("x.csv", HEADER + b"a,@SUM(A1),1\n", "rij 2, kolom statement, stelling @SUM(A1)"),
    "turned id": ("x.csv", HEADER + "a\u202e,1,1\n".encode(), "x.csv, rij 2, kolom participant: er"),
    "control sign": ("x.csv", HEADER + b"a\x07,1,1\n", "x.csv, rij 2, kolom participant: er"),
    "long id": ("x.csv", HEADER + b"a" * 300 + b",1,1\n", "rij 2, kolom participant: een tekst is te lang"),
    "ragged": ("x.csv", HEADER + b"a,1\n", "rij 2"),
    "missing column": ("x.csv", b"wie,wat,hoe\na,1,1\n", "Er ontbreekt een kolom"),
    "no rows": ("x.csv", HEADER, "geen reacties"),
    "page": ("x.csv", b"<html><script>alert(1)</script></html>", "kolom"),
    "formula in a text": (
        "x.zip",
        uploads.zipped(
            {
                "votes.csv": uploads.VOTES,
                "comments.csv": uploads.COMMENTS.replace(b'"Meer bankjes"', b'"=cmd|\' /C calc\'!A0"'),
            }
        ),
        "comments.csv, rij 2, kolom comment-body",
    ),
    "turned text": (
        "x.zip",
        uploads.zipped(
            {
                "votes.csv": uploads.VOTES,
                "comments.csv": uploads.COMMENTS.replace(b"Meer", "\u202eMeer".encode()),
            }
        ),
        "comments.csv, rij 2, kolom comment-body",
    ),
    "flipped signs": (
        "x.zip",
        uploads.zipped(
            {"votes.csv": uploads.FLIPPED, "comments.csv": uploads.COMMENTS}
        ),
        "verwisseld",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_in_dutch_and_changes_nothing(
    manager_client: Client, challenge: Challenge, case: str
) -> None:
    name, content, words = HOSTILE[case]
    response = _send(manager_client, challenge, SimpleUploadedFile(name, content))
    assert response.status_code == 422
    assert words.lower() in _told(response.content.decode()), _told(response.content.decode())
    assert "alleen het bestand moet u opnieuw kiezen" in _told(response.content.decode())
    for model in (Conversation, Participant, Statement, Vote, Upload, Analysis):
        assert not model.objects.exists()


def test_fifty_megabytes_are_refused(manager_client: Client, challenge: Challenge) -> None:
    response = _send(manager_client, challenge, SimpleUploadedFile("x.csv", b"a,b,c\n" * 8_500_000))
    assert response.status_code in (413, 422)
    assert "25 MB" in response.content.decode() or "te groot" in response.content.decode()
    assert not Conversation.objects.exists()


def test_a_file_just_over_the_limit_is_refused_by_the_reader_too() -> None:
    with pytest.raises(UploadRefusedError, match="file-too-large"):
        votes_from_upload(io.BytesIO(b"a" * (25 * 1024 * 1024 + 1)), name="x.csv")


@pytest.mark.parametrize("name", ["x\u202evsc.csv", "x\x00.csv", "x\n.csv"])
def test_a_name_with_hidden_signs_is_refused(name: str) -> None:
    with pytest.raises(UploadRefusedError):
        votes_from_upload(io.BytesIO(uploads.GOOD_CSV), name=name)


def test_a_bomb_costs_little_memory() -> None:
    tracemalloc.start()
    with pytest.raises(UploadRefusedError):
        votes_from_upload(io.BytesIO(HOSTILE["zip bomb that lies"][1]), name="x.zip")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000


@pytest.mark.parametrize("folder", ["", "mijn-gesprek/"])
def test_a_polis_zip_is_read_with_and_without_a_folder(folder: str) -> None:
    votes, facts = votes_from_upload(io.BytesIO(uploads.polis_zip(folder=folder)), name="Export.ZIP")
    assert votes.size == 4
    assert votes.texts == {"0": "Meer bankjes", "1": "Minder auto"}
    assert len(facts.sha256) == 64


def test_a_text_may_begin_with_a_dash_and_hold_emoji_and_chinese() -> None:
    comments = uploads.COMMENTS.replace(b'"Meer bankjes"', '"- meer bankjes 🌳 自用車\nen bomen"'.encode())
    packed = uploads.zipped({"votes.csv": uploads.VOTES, "comments.csv": comments, "summary.csv": b"topic,x"})
    votes, _ = votes_from_upload(io.BytesIO(packed), name="x.zip")
    assert votes.texts["0"].startswith("- meer bankjes 🌳")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.binary(max_size=400), strategies.sampled_from(["x.csv", "x.zip"]))
def test_any_bytes_at_all_are_read_or_refused(content: bytes, name: str) -> None:
    for data in (content, HEADER + content, b"PK\x03\x04" + content, _spoiled(uploads.polis_zip(), content)):
        try:
            votes_from_upload(io.BytesIO(data), name=name)
        except (UploadRefusedError, MethodError) as refusal:
            assert refusal.code  # noqa: PT017 - both outcomes are fine, another error is not


def _spoiled(packed: bytes, noise: bytes) -> bytes:
    """Put noise somewhere in a good zip."""
    place = (sum(noise) * 7) % len(packed)
    return packed[:place] + noise[:20] + packed[place + len(noise[:20]) :]


def _send(client: Client, challenge: Challenge, file: SimpleUploadedFile) -> object:
    url = reverse("conversations:upload", args=[challenge.slug])
    return client.post(url, {"title": "t", "question": "", "assurance": "0", "file": file})


def _told(html: str) -> str:
    """What stands in the summary of errors, in small letters."""
    start = html.index("error-summary")
    return html[start : html.index("</div>", start)].lower()
