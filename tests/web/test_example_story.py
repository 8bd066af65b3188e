"""The years of Meerdam read well, hold together, and are told once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges import audit
from meervoud_web.challenges.models import Involvement, JournalEntry, Part, Status
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.story import tell_story

pytestmark = pytest.mark.django_db


def test_the_story_of_meerdam_is_told_once_and_its_journal_holds(client: Client) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    for _time in range(2):
        tell_story(challenge, people=people, today=today)
        assert JournalEntry.objects.filter(challenge=challenge).count() == 12
    challenges.seal_journal()
    assert audit.verify().problems == ()
    challenge.refresh_from_db()
    assert challenge.status == Status.CONNECT
    adviser = Involvement.objects.get(role=Part.EXTERNAL_ADVISER)
    assert adviser.ends_on is not None
    page = client.get(f"{challenge.get_absolute_url()}tijdlijn/").content.decode()
    assert "Wij waren te snel." in page
    assert not [person.name for person in people.values() if person.name in page]
