"""The readable dossier: tagged, so that it can be read aloud, and of one piece whatever was written in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models import MainLine
from meervoud_web.dossiers import pages
from meervoud_web.dossiers.queries.widths import headings_of
from meervoud_web.ui.tagged_pdf import NoPrinterError
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.ready import ready

HOSTILE = "<script>alert(1)</script>{{ x }} \u202e" + "onafgebroken" * 12


def structure(node: Any) -> Iterator[Any]:
    """Every element of the structure tree."""
    found = node.get_object()
    if isinstance(found, dict):
        yield found
        kids = found.get("/K")
        kids = kids.get_object() if kids is not None else []
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from structure(kid) if hasattr(kid, "get_object") else ()


def test_it_has_a_language_headings_headers_of_tables_and_words_for_its_pictures(
    challenge: Challenge, client: Client
) -> None:
    conversation = ready(challenge, votes_of_two_groups(people=30, statements=10), public=True)
    MainLine.objects.create(challenge=challenge, sentence=HOSTILE)
    response = client.get(reverse("dossiers:paper", args=[challenge.slug]))
    read = pypdf.PdfReader(io.BytesIO(response.content))
    root: Any = read.trailer["/Root"]
    tags = list(structure(root["/StructTreeRoot"]))
    kinds = {str(tag.get("/S")) for tag in tags}
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Figure"} <= kinds
    (figure,) = [tag for tag in tags if tag.get("/S") == "/Figure"]
    assert "Meningenlandschap van" in figure["/Alt"]
    assert "groepen" in figure["/Alt"]
    assert root["/Lang"] == "nl"
    assert read.metadata is not None
    assert read.metadata.title == "Opgavedossier: Samen langer thuis"
    text = "".join(page.extract_text() for page in read.pages)
    assert "<script>alert(1)</script>" in text.replace("\n", "")
    assert conversation.title in text
    assert "Hierover is niets wat iedereen mag lezen." in text


def test_asked_for_again_it_is_not_laid_out_again(
    challenge: Challenge, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(reverse("dossiers:paper", args=[challenge.slug])).content

    def fail(page: str) -> None:
        raise NoPrinterError

    monkeypatch.setattr(pages, "tagged_pdf", fail)
    assert client.get(reverse("dossiers:paper", args=[challenge.slug])).content == first
    MainLine.objects.create(challenge=challenge, sentence="Iets nieuws")
    response = client.get(reverse("dossiers:paper", args=[challenge.slug]))
    assert response.status_code == 503
    assert "Pango" in response.content.decode()


def test_columns_share_the_width_by_what_is_in_them() -> None:
    day, text, empty = headings_of(["dag", "wat er gebeurde", "x"], [["3 mei 2026", "woord " * 40, ""]])
    assert text.width > 3 * day.width
    assert 1 <= empty.width < day.width
    assert day.width + text.width + empty.width <= 100
    assert headings_of(["x"] * 30, [["a" * 900] * 30])[0].width >= 1
