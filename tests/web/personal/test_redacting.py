"""Words are taken out of a text that stays: gone everywhere, and to be seen that they are."""

from __future__ import annotations

import pytest

from meervoud_web.challenges import actions
from meervoud_web.challenges.audit import verify
from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person, Role
from meervoud_web.search.actions import take_in_everything
from tests.web.conftest import ClientOf, MakePerson
from tests.web.personal.test_erasing import everything_in_the_database

WORD = "Kwibus Vlonder"


@pytest.mark.django_db(transaction=True)
def test_redacted_words_of_a_question_are_gone_from_every_version_journal_and_index(
    make_person: MakePerson, client_of: ClientOf
) -> None:
    manager = make_person(Role.CHALLENGE_MANAGER)
    challenge = Challenge.objects.create(title="Werk", slug="werk", question="Hoe?")
    asked = actions.ask_differently(
        challenge, by=manager, question=f"Wat wil {WORD} dan?", reason=f"{WORD} zei het", sources=(), version=1
    )
    take_in_everything()
    browser, here = client_of(manager), f"/opgaven/werk/weglakken/question/{asked.pk}/"
    assert WORD in browser.get(here).content.decode()
    assert browser.post(here, {"words": "staat er niet", "reason": "privacy"}).status_code == 422
    assert browser.post(here, {"words": WORD, "reason": f"om {WORD.lower()}"}).status_code == 422
    assert browser.post(here, {"words": WORD, "reason": "naam van een inwoner"}).status_code == 302
    assert WORD.lower() not in everything_in_the_database()
    assert "vlonder" not in everything_in_the_database()  # the index has stems
    asked.refresh_from_db()
    assert asked.question == "Wat wil [weggelakt] dan?"
    assert JournalEntry.objects.filter(verb="redacted", why="naam van een inwoner").exists()
    assert verify().problems == ()


def test_what_goes_in_another_way_cannot_be_redacted_by_others(administrator: Person, client_of: ClientOf) -> None:
    challenge = Challenge.objects.create(title="Werk", slug="werk", question="Hoe?")
    part = actions.involve(administrator, challenge=challenge, role="team-member", by=administrator)
    here = f"/opgaven/werk/weglakken/involvement/{thing_of(part).id}/"
    assert client_of(administrator).get(here).status_code == 404
