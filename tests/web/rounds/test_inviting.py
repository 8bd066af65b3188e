"""Posters and letters: what goes on paper can be scanned, typed, read aloud and searched."""

from __future__ import annotations

import re
import zlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.people.models import Person, Role
from meervoud_web.rounds.models import Round
from meervoud_web.rounds.pages import printing
from meervoud_web.ui.tagged_pdf import NoPrinterError, Printed, tagged_pdf
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import open_round

HOSTILE = 'Wat "vindt" u van <script>alert(1)</script> & van {{ dit }}?'


@pytest.fixture
def facilitator(make_person: MakePerson) -> Person:
    return make_person(Role.FACILITATOR)


@pytest.fixture
def client(facilitator: Person, client_of: ClientOf) -> Client:
    return client_of(facilitator)


@pytest.fixture
def round_(db: None) -> Round:
    return open_round(introduction="Er komt een huiskamer in de wijk.")


def parts_of(pdf: bytes) -> bytes:
    """Everything in a PDF, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    unpacked = []
    for part in packed:
        try:
            unpacked.append(zlib.decompress(part))
        except zlib.error:
            continue
    return pdf + b"".join(unpacked)


@pytest.mark.parametrize(("size", "points"), [("A3", (841, 1190)), ("A4", (595, 841))])
def test_a_poster_is_one_page_of_its_size_with_a_title_a_language_and_tags(
    client: Client, round_: Round, size: str, points: tuple[int, int]
) -> None:
    response = client.get(reverse("rounds:poster", args=[round_.pk, size]))
    assert response["Content-Type"] == "application/pdf"
    everything = parts_of(response.content)
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", everything)
    assert box is not None
    assert (int(float(box[1])), int(float(box[2]))) == points
    assert len(re.findall(rb"/Type\s*/Page\b", everything)) == 1
    for promise in (b"/StructTreeRoot", b"/Lang (nl)", b"pdfuaid", b"/ToUnicode", b"/Marked true"):
        assert promise in everything, promise


def test_a_poster_says_its_question_in_its_title(client: Client, round_: Round) -> None:
    everything = parts_of(client.get(reverse("rounds:poster", args=[round_.pk, "A4"])).content)
    assert b"Wat helpt u om thuis te blijven wonen?" in everything


def test_a_long_question_still_fits_on_one_page(client: Client, db: None) -> None:
    long = {"fixed": "f " * 300, "negotiable": "Wat er gebeurt. " * 37, "how_heard": "In de krant. " * 23}
    round_ = open_round(question="Wat vindt u daarvan? " * 14, introduction="Lang. " * 160, **long)
    everything = parts_of(client.get(reverse("rounds:poster", args=[round_.pk, "A4"])).content)
    assert len(re.findall(rb"/Type\s*/Page\b", everything)) == 1


def test_hostile_words_are_words_on_paper_too(client: Client, db: None) -> None:
    round_ = open_round(question=HOSTILE)
    pdf = client.get(reverse("rounds:poster", args=[round_.pk, "A4"]))
    assert pdf.status_code == 200
    assert b"/JavaScript" not in parts_of(pdf.content)
    page = client.get(reverse("rounds:invite", args=[round_.pk])).content.decode()
    assert "<script>alert" not in page


def test_printing_fetches_nothing_from_anywhere(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("p { content: 'geheim' } p::after { content: 'staat in het bestand' }")
    page = f"""<html lang="nl"><title>t</title><link rel="stylesheet" href="{secret.as_uri()}">
      <img src="http://127.0.0.1:9/x.png" alt=""><a rel="attachment" href="{secret.as_uri()}">x</a><p>Woord</p>"""
    everything = parts_of(tagged_pdf(page).pdf)
    assert b"/EmbeddedFile" not in everything
    assert b"geheim" not in everything.replace(secret.as_uri().encode(), b"")


def test_where_no_pdf_can_be_made_the_page_says_so(
    client: Client, round_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(page: str) -> Printed:
        raise NoPrinterError

    monkeypatch.setattr(printing, "tagged_pdf", fail)
    response = client.get(reverse("rounds:poster", args=[round_.pk, "A4"]))
    assert response.status_code == 503
    assert "Pango" in response.content.decode()


def test_the_letters_say_where_to_go_and_what_comes_of_it_at_two_levels(client: Client, round_: Round) -> None:
    page = client.get(reverse("rounds:invite", args=[round_.pk]))
    letters = dict(page.context["letters_to_copy"])
    assert set(letters) == {"B1", "A2"}
    for letter in letters.values():
        assert round_.conversation.question in letter
        assert f"testserver/r/{round_.code}" in letter
        assert "1 januari 2031" in letter
        assert "&#" not in letter


def test_the_short_letter_has_short_sentences(client: Client, round_: Round) -> None:
    letter = dict(client.get(reverse("rounds:invite", args=[round_.pk])).context["letters_to_copy"])["A2"]
    ours = letter.replace(round_.how_heard, "").replace(round_.conversation.question, "")
    sentences = [one.split() for one in re.split(r"[.?!]\s|\n", ours) if one.strip()]
    assert max(len(one) for one in sentences) <= 12


def test_a_draft_has_no_poster_yet(client: Client, round_: Round) -> None:
    Round.objects.update(state="draft")
    assert client.get(reverse("rounds:poster", args=[round_.pk, "A4"])).status_code == 404
    assert client.get(reverse("rounds:poster", args=[round_.pk, "A9"])).status_code == 404


def test_paper_carries_the_public_address_where_it_is_known(client: Client, round_: Round, settings: Any) -> None:
    from urllib.parse import urlsplit

    settings.PUBLIC_ADDRESSES = [urlsplit("https://meedoen.meerdam.example")]
    page = client.get(reverse("rounds:invite", args=[round_.pk])).content.decode()
    assert f"meedoen.meerdam.example/r/{round_.code}" in page


@pytest.mark.parametrize("signs", [60, 90, 150, 230, 300])
def test_whatever_the_question_everything_stands_on_one_sheet(client: Client, signs: int, db: None) -> None:
    said = {
        "introduction": "Hier wonen steeds meer mensen lang thuis. " * 9,
        "negotiable": "Wat buren doen. " * 30,
    }
    question = ("Wat is nodig om goed thuis te kunnen blijven wonen, ook als het moeilijker wordt? " * 4)[:signs]
    round_ = open_round(question=question, closes_at=timezone.now() + timedelta(days=9), **said)
    pdf = client.get(reverse("rounds:poster", args=[round_.pk, "A4"])).content
    assert len(re.findall(rb"/Type\s*/Page\b", parts_of(pdf))) == 1


@pytest.mark.parametrize("decider", ["De gemeenteraad", "De gemeenteraad."])
def test_a_sentence_in_a_letter_ends_with_one_full_stop(client: Client, db: None, decider: str) -> None:
    round_ = open_round(decider=decider, how_heard="In de wijkkrant")
    letters = dict(client.get(reverse("rounds:invite", args=[round_.pk])).context["letters_to_copy"])
    assert "Hierover gaat: De gemeenteraad. Uiterlijk op" in letters["B1"]
    assert all("In de wijkkrant.\n" in letter for letter in letters.values())
