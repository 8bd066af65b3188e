"""A photo with a signal: drawn anew, described, and only for who may read the signal."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageFile, PngImagePlugin

from meervoud_web.challenges.actions.redact import redact
from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.people.models import Person, Role
from meervoud_web.signals import actions, photograph
from meervoud_web.signals.models import Letterbox, Observer, Photo, Signal
from meervoud_web.signals.personal import DOOR
from tests.web.conftest import ClientOf, MakePerson
from tests.web.signals.making import a_challenge
from tests.web.signals.test_reporting import send

SECRET = b"Kees Bakker, Dorpsstraat 12"
UPSIDE_DOWN = 3


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    """Half red, half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, 0, size[0] // 2, size[1]))
    file = BytesIO()
    image.save(file, form, **more)
    return file.getvalue()


def with_all_that_stands_beside_it() -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = UPSIDE_DOWN, SECRET.decode()
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 1.0)
    return picture(exif=exif, comment=SECRET) + b"<script>alert(1)</script>" + SECRET


def noted() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    return picture("PNG", pnginfo=notes)


@pytest.mark.parametrize(
    "sent", [with_all_that_stands_beside_it(), noted(), picture("WEBP", exif=b"Exif\0\0" + SECRET)]
)
def test_of_a_photo_nothing_is_left_but_what_the_eye_sees(sent: bytes) -> None:
    drawn = photograph.made_anew(sent)
    assert SECRET not in drawn.data
    assert b"script" not in drawn.data
    with Image.open(BytesIO(drawn.data)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (60, 40))
        assert not kept.getexif()
        assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_stands_upright_and_is_no_larger_than_needed() -> None:
    with Image.open(BytesIO(photograph.made_anew(with_all_that_stands_beside_it()).data)) as upright:
        red, _green, blue = upright.getpixel((10, 20))
        assert red > blue, "what was left under the camera is on the right"
    large = photograph.made_anew(picture(size=(5000, 2500)))
    assert (large.width, large.height) == (1600, 800)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"", "no-photo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no-photo"),
        (b"%PDF-1.7", "no-photo"),
        (picture("GIF"), "no-photo"),
        (picture("BMP"), "no-photo"),
        (picture()[:300], "no-photo"),
        (picture("PNG")[:-30], "no-photo"),
        (picture("PNG", size=(9000, 9000)), "too-many-pixels"),
        (picture() + b"0" * photograph.MOST_BYTES, "too-large"),
    ],
    ids=["nothing", "svg", "pdf", "gif", "bmp", "half a jpeg", "half a png", "bomb", "large"],
)
def test_what_is_no_photo_is_refused(sent: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as a maker of PDFs leaves it
    with pytest.raises(photograph.PhotoRefusedError) as refused:
        photograph.made_anew(sent)
    assert refused.value.code == code


@pytest.fixture
def box(db: None, administrator: Person) -> Letterbox:
    return actions.open_letterbox(a_challenge(), by=administrator)


def sent_with(box: Letterbox, data: bytes, shows: str = "Een lege bushalte") -> HttpResponse:
    file = SimpleUploadedFile("../../halte.jpg", data, "text/html")
    return send(Client(), box, foto=file, foto_toont=shows)


def test_a_passer_by_sends_a_photo_along_that_only_who_reads_the_signal_sees(
    box: Letterbox, client_of: ClientOf, administrator: Person, make_person: MakePerson
) -> None:
    assert sent_with(box, picture()).status_code == 303
    photo = Photo.objects.get()
    answer = client_of(administrator).get(photo.get_absolute_url())
    assert answer.content == bytes(photo.picture)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer["Content-Disposition"] == f'inline; filename="signaal-{photo.signal_id}.jpg"'
    page = client_of(administrator).get(photo.signal.get_absolute_url()).content.decode()
    assert 'alt="Een lege bushalte"' in page
    Signal.objects.update(shown_as="De bus rijdt leeg.")
    assert client_of(make_person(Role.CIVIL_SERVANT)).get(photo.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("data", "shows", "words"),
    [
        (b"geen foto", "Een halte", "Dit is geen foto die wij kunnen lezen."),
        (picture(), "", "Schrijf in een paar woorden wat er op de foto te zien is."),
        (picture() + b"0" * photograph.MOST_BYTES, "Een halte", "Deze foto is groter dan 8 MB."),
    ],
    ids=["no photo", "not described", "too large"],
)
def test_a_photo_that_is_refused_says_why_and_the_words_stay(
    box: Letterbox, data: bytes, shows: str, words: str
) -> None:
    page = sent_with(box, data, shows)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "Drie mensen in een week" in page.content.decode()
    assert not Signal.objects.exists()


def test_words_about_a_photo_that_give_somebody_away_are_warned_of(box: Letterbox) -> None:
    page = sent_with(box, picture(), "De deur van 06-12345678").content.decode()
    assert "Kies uw foto opnieuw" in page
    assert not Signal.objects.exists()


def test_a_photo_goes_with_its_signal(box: Letterbox, django_capture_on_commit_callbacks: Any) -> None:
    sent_with(box, picture())
    Signal.objects.update(verdict="noise", reported_at=timezone.now() - timedelta(days=400))
    with django_capture_on_commit_callbacks(execute=True):
        keep_terms()
    assert (Signal.objects.count(), Photo.objects.count()) == (0, 0)
    assert Challenge.objects.exists()


def test_a_photo_is_taken_away_with_a_reason_and_the_signal_stays(
    box: Letterbox, client_of: ClientOf, administrator: Person
) -> None:
    sent_with(box, picture())
    client, signal = client_of(administrator), Signal.objects.get()
    address = f"{signal.get_absolute_url()}foto/weghalen/"
    assert client.post(address, {"reden": ""}).status_code == 422
    assert client.post(address, {"reden": "Iemand is te herkennen."}).status_code == 302
    assert client.post(address, {"reden": "Nog eens."}).status_code == 404
    assert (Photo.objects.count(), Signal.objects.count()) == (0, 1)
    assert JournalEntry.objects.get(verb="photo-removed").why == "Iemand is te herkennen."


def test_words_of_a_signal_that_name_somebody_are_redacted(box: Letterbox, administrator: Person) -> None:
    seen = "Kees Wubbelfliep zit alleen thuis."
    signal = Signal.objects.create(challenge=box.challenge, seen=seen, observer=Observer.OTHER)
    redact(
        thing_of(signal), challenge=box.challenge, by=administrator, words="Kees Wubbelfliep", reason="een naam"
    )
    signal.refresh_from_db()
    assert signal.seen == "[weggelakt] zit alleen thuis."


def test_who_sent_a_photo_takes_it_along_with_their_signal(box: Letterbox, make_person: MakePerson) -> None:
    sender = make_person(Role.CIVIL_SERVANT)
    report = actions.Report(seen="De bus rijdt leeg.", observer=Observer.STAFF)
    shot = actions.Snapshot(data=picture(), shows="Een lege bus")
    actions.report_signal(box.challenge, by=sender, report=report, request_id=uuid4(), sources=[], snapshot=shot)
    said = [value for one in DOOR.holdings for row in one.export(sender) for _label, value in row.fields]
    assert "Een lege bus" in said
