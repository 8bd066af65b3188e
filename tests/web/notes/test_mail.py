"""A mail becomes a note of its sender, or is refused with a reason; nothing in it acts."""

from __future__ import annotations

import argparse
import io
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError
from hypothesis import given
from hypothesis import strategies as st

from meervoud_web.challenges.models import Challenge
from meervoud_web.notes import actions, commands
from meervoud_web.notes.actions.take_mail import take_mail
from meervoud_web.notes.letters import LARGEST, RefusedMailError, read_letter
from meervoud_web.notes.models import Note, Way
from meervoud_web.people.models import Person

FROM = "amber@meerdam.example"
PLAIN = f"From: Amber <{FROM}>\r\nTo: noteer@meerdam.example\r\nMessage-ID: <1@x>\r\nSubject: Fwd: De trap\r\n"


@pytest.fixture
def sender(amber: Person) -> Person:
    Person.objects.filter(pk=amber.pk).update(email=FROM)
    return amber


def mail(body: str = "Zij komt de trap niet op.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": FROM, "To": "noteer@meerdam.example", "Subject": "De trap", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def raw(headers: str, body: bytes | str) -> bytes:
    return (PLAIN + headers + "\r\n").encode() + (body.encode() if isinstance(body, str) else body)


def run(*arguments: str, stdin: bytes = b"", monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
    parser = argparse.ArgumentParser()
    commands.note_from_mail(parser.add_subparsers())
    parsed = parser.parse_args(["note-from-mail", *arguments])
    ended: int = parsed.run(parsed)
    return ended


# --- what is read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "body", "wanted"),
    [
        ("Content-Type: text/plain; charset=iso-8859-15\r\n", b"caf\xe9 \xa4 5", "café € 5"),
        ("Content-Type: text/plain; charset=utf-8\r\n", b"caf\xe9", "café"),
        ("Content-Type: text/plain; charset=klingon\r\n", "één", "één"),
        ("Content-Type: text/plain; charset=punycode\r\n", "gewoon-tekst", "gewoon-tekst"),
        ("Content-Type: text/plain; charset=utf-16\r\n", "tekst".encode("utf-16"), "tekst"),
        ("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", "SGFsbG8=", "Hallo"),
        ("Content-Type: text/plain\r\nContent-Transfer-Encoding: nieuw\r\n", "Hallo", "Hallo"),
        ("", "a\x00b\u202ec\x1b[31m\r\n\r\n\r\n\r\nd", "abc[31m\n\nd"),
        ("", "Gehoord.\n-- \nAmber Ambt\nGemeente Meerdam", "Gehoord."),
        (
            "Content-Type: text/html\r\n",
            "<style>p{}</style><p>Zij <b>komt</b> niet&nbsp;op</p><script>alert(1)</script><p>de trap",
            "Zij komt niet op\n\nde trap",
        ),
    ],
)
def test_odd_encodings_and_html_become_plain_text(headers: str, body: bytes | str, wanted: str) -> None:
    assert read_letter(raw(headers, body)).text == wanted


def test_a_header_in_any_encoding_is_one_line() -> None:
    letter = read_letter(
        b"From: =?utf-8?q?Amb=C3=A9r?= <AMBER@Meerdam.example>\nSubject: Doorst: RE: =?x?q?=E9n?=\n\nx"
    )
    assert (letter.sender, letter.subject) == (FROM, "én")


def test_of_attachments_only_plain_text_is_kept_and_the_note_says_what_was_left_out() -> None:
    message = mail("Zie de foto.")
    message.add_alternative("<p>Niet deze</p>", subtype="html")
    message.add_attachment("verslag\n", filename="verslag.txt")
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="../../foto.jpg")
    message.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="a\u202egpj.exe")
    text = read_letter(message.as_bytes()).text
    assert text.startswith("Zie de foto.\n\nverslag.txt:\nverslag\n\n[2 bijlagen zijn niet bewaard")
    assert "agpj.exe" in text
    assert "Niet deze" not in text


def test_a_mail_that_is_forwarded_as_a_whole_is_read_too() -> None:
    message = mail("Kijk:")
    message.add_attachment(mail("De huisarts belde.", Subject="Vraag"))
    assert "De huisarts belde." in read_letter(message.as_bytes()).text


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (b"x" * (LARGEST + 1), "te groot"),
        (b"", "niet één afzender"),
        (b"From: a@b.nl, c@d.nl\n\nx", "niet één afzender"),
        (b"From: a@b.nl\nFrom: c@d.nl\n\nx", "niet één afzender"),
        (raw("Auto-Submitted: auto-replied\r\n", "x"), "automatisch"),
        (raw("List-Id: <x>\r\n", "x"), "automatisch"),
        (raw("Authentication-Results: mx; spf=pass; dmarc=fail\r\n", "x"), "niet zeker"),
        (raw("Content-Type: image/png; name=a.png\r\n", b"\x89PNG"), "geen tekst"),
        (raw("", " \r\n"), "geen tekst"),
        (
            raw("Content-Type: multipart/mixed; boundary=b\r\n", "--b\r\n\r\nx\r\n" * 200),
            "te veel onderdelen",
        ),
    ],
)
def test_what_cannot_be_a_note_is_refused_with_the_reason(hostile: bytes, reason: str) -> None:
    with pytest.raises(RefusedMailError, match=reason):
        read_letter(hostile)


@pytest.mark.parametrize(
    "body",
    [
        "<!--" * 50_000,
        "<a " * 60_000,
        "<" * 200_000,
        "&#" * 100_000,
        "<div>" * 40_000 + "x",
        "-- \n" * 50_000,
        " \n" * 100_000 + "x",
    ],
)
def test_a_mail_that_is_made_to_take_long_does_not(body: str) -> None:
    for kind in ("html", "plain"):
        try:
            read_letter(raw(f"Content-Type: text/{kind}\r\n", body))
        except RefusedMailError:
            continue


def test_endless_headers_do_not_take_long() -> None:
    for value in (b"=?", b"(", b'"a" <', b"a@b.nl,", b"=?utf-8?q?a?= "):
        with pytest.raises(RefusedMailError):
            read_letter(b"From: " + value * 100_000 + b"\nSubject: " + value * 100_000 + b"\n\nx")


@given(
    st.binary(max_size=300), st.sampled_from([b"", b'Content-Type: multipart/mixed; boundary="\n', b"From: =?"])
)
def test_no_bytes_at_all_make_reading_fail_in_another_way(noise: bytes, first: bytes) -> None:
    for hostile in (noise, first + noise, PLAIN.encode() + first + noise):
        try:
            read_letter(hostile).text.encode()
        except RefusedMailError:
            continue


# --- what becomes of it ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_mail_is_a_note_of_its_sender_alone_and_the_same_mail_is_one_note(sender: Person) -> None:
    sent = raw("", "Zij komt de trap niet op.")
    notes = {take_mail(sent), take_mail(sent)}
    note = Note.objects.get()
    assert notes == {note}
    assert (note.text, note.writer, note.way) == ("De trap\n\nZij komt de trap niet op.", sender, Way.MAIL)
    assert not note.is_shared
    actions.tear_up(note, by=sender)
    take_mail(sent)
    assert Note.objects.get().text == ""


@pytest.mark.django_db
def test_who_is_not_known_or_does_not_work_on_a_challenge_is_refused(sender: Person, stranger: Person) -> None:
    Person.objects.filter(pk=stranger.pk).update(email="vera@meerdam.example")
    for address, reason in (
        ("niemand@elders.example", "hoort niet bij"),
        ("vera@meerdam.example", "bij welke opgave"),
    ):
        with pytest.raises(RefusedMailError, match=reason):
            take_mail(mail(From=address).as_bytes())
    Person.objects.filter(pk=sender.pk).update(is_active=False)
    with pytest.raises(RefusedMailError, match="hoort niet bij"):
        take_mail(mail().as_bytes())
    assert not Note.objects.exists()


@pytest.mark.django_db
def test_the_challenge_stands_in_the_address_or_the_subject(olga: Person, challenge: Challenge) -> None:
    other = Challenge.objects.create(title="Werk dat past", slug="werk-dat-past", question="?")
    Person.objects.filter(pk=olga.pk).update(email=FROM)
    with pytest.raises(RefusedMailError, match="bij welke opgave"):
        take_mail(mail().as_bytes())
    assert take_mail(mail(To="noteer+werk-dat-past@meerdam.example").as_bytes()).challenge == other
    assert take_mail(mail(Subject="Fwd: over WERK DAT PAST").as_bytes()).challenge == other
    assert take_mail(mail().as_bytes(), challenge=challenge.slug).challenge == challenge


@pytest.mark.django_db
def test_a_mail_longer_than_a_note_is_cut_and_says_so(sender: Person) -> None:
    text = take_mail(mail("woord " * 4000).as_bytes()).text
    assert len(text) <= Note.LONGEST
    assert text.endswith("[De mail was langer. De rest is niet bewaard.]")


@pytest.mark.django_db
def test_the_command_says_how_it_ended(
    sender: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(stdin=mail().as_bytes(), monkeypatch=monkeypatch) == 0
    assert run(stdin=b"", monkeypatch=monkeypatch) == 2
    assert "niet één afzender" in capsys.readouterr().err

    def away(*_some: Any, **_more: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr("meervoud_web.notes.actions.take_mail.write_note", away)
    assert run(stdin=mail().as_bytes(), monkeypatch=monkeypatch) == 75


@pytest.mark.django_db
def test_a_maildir_is_emptied_and_what_was_refused_is_kept_apart(
    sender: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1.host").write_bytes(mail().as_bytes())
    (tmp_path / "new" / "2.host").write_bytes(mail(From="x@y.nl").as_bytes())
    (tmp_path / "new" / "3.host").symlink_to("/etc/hostname")
    assert run("--maildir", str(tmp_path), monkeypatch=monkeypatch) == 2
    assert [path.name for path in (tmp_path / "cur").iterdir()] == ["1.host:2,S"]
    assert [path.name for path in (tmp_path / ".Refused" / "new").iterdir()] == ["2.host"]
    assert run("--maildir", str(tmp_path), monkeypatch=monkeypatch) == 0
    assert Note.objects.count() == 1
    assert run("--maildir", str(tmp_path / "none"), monkeypatch=monkeypatch) == 2
