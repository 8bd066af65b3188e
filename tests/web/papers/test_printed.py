"""A paper as Word and as PDF: for a clerk to edit, and for everybody to read, also by ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pypdf
import pytest
from django.test import Client

from meervoud_web.challenges.models import Challenge
from meervoud_web.papers.models import Paper
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.papers.making import a_challenge, a_draft, a_promise, chapters, is_set, with_words

pytestmark = pytest.mark.django_db

HOSTILE = "\x00\x08\ufffe\u202e<b>vet</b> 😀 مرحبا & “kop” " + "lang " * 4000 + "\n\n\nnog een alinea"


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Olga Opgave")


@pytest.fixture
def challenge() -> Challenge:
    return a_challenge()


@pytest.fixture
def paper(challenge: Challenge, manager: Person) -> Paper:
    a_promise(challenge, by=manager)
    return with_words(a_draft(challenge, by=manager), by=manager, text="Het kost een halve formatieplaats.")


@pytest.fixture
def client(manager: Person, client_of: ClientOf) -> Client:
    return client_of(manager)


def word(client: Client, paper: Paper) -> bytes:
    return client.get(f"/stukken/{paper.pk}/word/").content


def test_a_clerk_edits_headings_and_footnotes_whose_addresses_resolve(
    client: Client, paper: Paper, manager: Person
) -> None:
    content = word(client, paper)
    document = docx.Document(BytesIO(content))
    headings = [
        one.text for one in document.paragraphs if ((one.style and one.style.name) or "").startswith("Heading")
    ]
    assert "Beloften" in " ".join(headings) or len(headings) >= 4
    text = "\n".join(one.text for one in document.paragraphs)
    lines = [line for chapter in chapters(paper, by=manager) for line in chapter.lines]
    assert all(line.text in text for line in lines)
    assert "Eigen tekst van Olga Opgave" in text
    with ZipFile(BytesIO(content)) as parts:
        notes = parts.read("word/footnotes.xml").decode()
        body = parts.read("word/document.xml").decode()
        links = parts.read("word/_rels/footnotes.xml.rels").decode()
    numbers = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
    assert numbers == [str(n) for n in range(1, len([line for line in lines if line.sources]) + 1)]
    assert all(f'w:id="{number}"' in notes for number in numbers)
    addresses = re.findall(r'Target="https?://[^/"]+(/[^"]*)"', links)
    assert addresses
    assert {client.get(address).status_code for address in addresses} == {200}


def test_on_every_page_a_concept_says_that_it_is_one(client: Client, paper: Paper, manager: Person) -> None:
    with_words(paper, by=manager, text="Wij tellen de kosten hieronder op. " * 300)
    document = docx.Document(BytesIO(word(client, paper)))
    assert "Concept, niet vastgesteld" in document.sections[0].header.paragraphs[0].text
    pages = pypdf.PdfReader(BytesIO(client.get(f"/stukken/{paper.pk}/pdf/").content)).pages
    assert len(pages) > 1
    assert all("Concept, niet vastgesteld" in page.extract_text() for page in pages)
    settled = is_set(Paper.objects.get(), by=manager)
    document = docx.Document(BytesIO(word(client, settled)))
    assert "Concept" not in document.sections[0].header.paragraphs[0].text


def tags(reader: pypdf.PdfReader) -> Iterator[Any]:
    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                yield from walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node["/K"])

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"])


def test_the_pdf_can_be_read_by_ear(client: Client, paper: Paper) -> None:
    reader = pypdf.PdfReader(BytesIO(client.get(f"/stukken/{paper.pk}/pdf/").content))
    found = list(tags(reader))
    kinds = [one["/S"] for one in found]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= 4
    assert {"/Table", "/TH", "/TD", "/P", "/L", "/LI", "/Link"} <= set(kinds)
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert "Stand van zaken" in str(reader.metadata.title)


def test_hostile_text_harms_neither_word_nor_pdf(client: Client, paper: Paper, manager: Person) -> None:
    kept = with_words(paper, by=manager, text=HOSTILE.replace("\x00", ""))
    text = "\n".join(one.text for one in docx.Document(BytesIO(word(client, kept))).paragraphs)
    assert "<b>vet</b> 😀 مرحبا & “kop”" in text
    assert "\u202e" not in text
    printed = client.get(f"/stukken/{kept.pk}/pdf/")
    assert printed.status_code == 200
    assert "nog een alinea" in "".join(
        page.extract_text() for page in pypdf.PdfReader(BytesIO(printed.content)).pages
    )
