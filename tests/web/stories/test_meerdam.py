"""Three people of Meerdam through time: one of their stories was chosen, and one waits for its teller."""

from __future__ import annotations

import pytest
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.followed import FOLLOWED, follow_people
from meervoud_web.meerdam.story import tell_story
from meervoud_web.stories.queries import stories_of

pytestmark = pytest.mark.django_db


def test_meerdam_follows_three_people_and_a_panel_chose() -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    tell_story(challenge, people=people, today=today)
    for _twice in range(2):
        follow_people(challenge, people=people, today=today)
    assert challenge.chosen_stories.get().considered == 2
    assert stories_of(challenge, person=people["opgavemanager"]).count() == sum(len(one.told) for one in FOLLOWED)
    assert {one.teller.pseudonym for one in stories_of(challenge, person=None)} == {"Merel", "Jan met de pet"}
    waits = [one.what for one in waiting_for(people["opgavemanager"], challenge)]
    assert "De toestemming van De fietser loopt af" in waits
