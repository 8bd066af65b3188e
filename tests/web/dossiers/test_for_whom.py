"""For everyone a dossier holds what everyone may read and not a word more; for who works here, what they read."""

from __future__ import annotations

import io

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.dossiers.making import INSIDE, NEVER, OPEN, everything_in, unpacked

KINDS = ("open_data", "paper")


def address(challenge: Challenge, kind: str = "open_data") -> str:
    return reverse(f"dossiers:{kind}", args=[challenge.slug])


def text_of(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text() for page in pages)
    return everything_in(content)


@pytest.mark.parametrize("kind", KINDS)
def test_for_everyone_nothing_private_goes_along(
    kind: str, challenge: Challenge, olga: Person, client: Client, client_of: ClientOf
) -> None:
    for browser in (client, client_of(olga)):  # also when somebody asks who may read more
        said = text_of(browser.get(address(challenge, kind)).content)
        assert OPEN in said
        assert INSIDE not in said
        assert NEVER not in said
        assert olga.name not in said


@pytest.mark.parametrize("kind", KINDS)
def test_for_who_works_here_goes_along_what_they_read_on_screen_and_no_name_or_note(
    kind: str, challenge: Challenge, olga: Person, client_of: ClientOf
) -> None:
    said = text_of(client_of(olga).post(address(challenge, kind)).content)
    assert OPEN in said
    assert said.count(INSIDE) >= 5, "a promise, a friction, a signal, a reading and a framing"
    assert NEVER not in said
    assert olga.name not in said


def test_who_works_here_and_not_on_this_challenge_takes_along_less(
    challenge: Challenge, make_person: MakePerson, client_of: ClientOf
) -> None:
    elsewhere = client_of(make_person(Role.CIVIL_SERVANT))
    files = unpacked(elsewhere.post(address(challenge)).content)
    assert INSIDE.encode() in files["tables/framings.csv"], "whoever works here reads what is not confirmed yet"
    for table in ("promises", "frictions", "signals", "readings"):
        assert INSIDE.encode() not in files[f"tables/{table}.csv"], table


def test_a_closed_challenge_has_no_dossier_for_everyone(
    challenge: Challenge, olga: Person, client: Client, client_of: ClientOf
) -> None:
    Challenge.objects.update(is_public=False)
    assert client.get(address(challenge)).status_code == 404
    assert client_of(olga).get(address(challenge)).status_code == 404
    assert client_of(olga).post(address(challenge)).status_code == 200
    page = client_of(olga).get(reverse("dossiers:dossier", args=[challenge.slug])).content.decode()
    assert "nog niet open voor iedereen" in page


def test_the_journal_says_who_took_it_along_by_what_it_can_be_known_again_and_stays_out_of_the_dossier(
    challenge: Challenge, olga: Person, client: Client, client_of: ClientOf
) -> None:
    taken = JournalEntry.objects.filter(verb="dossier-made")
    first = client.get(address(challenge)).content
    assert not taken.exists(), "who has no account stays unknown"
    assert client_of(olga).get(address(challenge)).content == first
    entry = taken.get()
    assert entry.person == olga
    assert "SHA-256" in entry.why
    assert "voor iedereen" in entry.why
    client_of(olga).post(address(challenge, "paper"))
    assert "voor wie erbij hoort" in taken.first().why  # type: ignore[union-attr]
    assert client.get(address(challenge)).content == first, "the same state gives the same bytes"
