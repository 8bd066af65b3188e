"""No page of an opgave asks the database more as there is more of it: once and three times the example."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.models import Challenge
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.actions import CHAPTERS
from meervoud_web.meerdam.answered import answer_people
from meervoud_web.meerdam.held import hold_rounds
from meervoud_web.meerdam.larger import make_larger
from meervoud_web.search.actions import take_in_everything
from tests.web.conftest import ClientOf

WITHOUT = (hold_rounds, answer_people)
"""The rounds take most of the time of the example; ``rounds`` and ``feedback`` count their own questions."""

ONE_MORE = 1
"""What came in three times is alike, and of what is alike is asked what belongs to it."""

pytestmark = pytest.mark.django_db


def test_three_times_the_example_takes_no_more_queries_on_any_main_page(client_of: ClientOf) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    for chapter in CHAPTERS:
        if chapter.tell not in WITHOUT:
            chapter.tell(challenge, people=people, today=today)
    take_in_everything()
    readers = [client_of(people["opgavemanager"]), client_of(people["partner"])]
    for reader in readers:
        reader.get(challenge.get_absolute_url())  # the first look is written down
    addresses = pages(challenge)
    few = counted(readers, addresses)
    make_larger(challenge, times=3)
    challenges.seal_journal()
    take_in_everything()
    many = counted(readers, addresses)
    assert {page: (few[page], asked) for page, asked in many.items() if asked > few[page] + ONE_MORE} == {}


def pages(challenge: Challenge) -> list[str]:
    here = challenge.get_absolute_url()
    assumption, note = challenge.assumptions.earliest("pk"), challenge.notes.filter(is_shared=True).earliest("pk")
    signal = challenge.signals.exclude(shown_as="").earliest("pk")
    under = (
        "", "tijdlijn/", "vraag/", "mensen/", "koers/", "signalen/", "signalen/lezen/", "kijken/", "notities/",
        "rol-van-de-overheid/", "project-of-opgave/", "toezeggingen/", "schuurplekken/",
        f"draad/assumption/{assumption.pk}/", f"draad/signal/{signal.pk}/", f"draad/note/{note.pk}/",
    )  # fmt: skip
    things = [assumption.get_absolute_url(), signal.get_absolute_url(), note.get_absolute_url()]
    rest = ["/", "/wacht-op-mij/", "/zoeken/?woorden=buren", "/zoeken/?woorden=mensen"]
    return [*(f"{here}{page}" for page in under), *things, *rest]


def counted(readers: list[Client], addresses: list[str]) -> dict[tuple[int, str], int]:
    """How many queries each page takes, for each who may read it."""
    found = {}
    for number, reader in enumerate(readers):
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                status = reader.get(address).status_code
            if status == 200:
                found[number, address] = len(captured)
    return found
