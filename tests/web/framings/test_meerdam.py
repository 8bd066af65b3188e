"""Meerdam is seen from four sides: one contested, ten people who differ, and a role that is not what is wanted."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.framings import queries
from meervoud_web.framings.queries.wicked import Verdict
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.sides import CARE, CARERS, COUNCIL, MUNICIPALITY, tell_sides
from meervoud_web.meerdam.story import tell_story

pytestmark = pytest.mark.django_db


def test_meerdam_has_four_sides_of_which_the_public_reads_three(client: Client) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    tell_story(challenge, people=people, today=today)
    for _time in range(2):
        tell_sides(challenge, people=people, today=today)
    sides = queries.side_by_side(challenge, person=people["raadslid"])
    assert [side.framing.actor for side in sides] == [MUNICIPALITY, CARERS, CARE, COUNCIL]
    assert [side.framing.actor for side in sides if side.is_contested] == [CARE]
    public = client.get(f"{challenge.get_absolute_url()}kijken/").content.decode()
    assert "<h1>Drie kanten van Samen langer thuis</h1>" in public
    assert CARE not in public
    seen = queries.what_people_say(challenge)
    assert (seen.people, seen.verdict, seen.groups) == (10, Verdict.WICKED, ())
    assert [question.spread.differs for question in seen.questions] == [True, True, False]
    (topic,) = queries.topics_for(challenge, person=None, on=today)
    assert {strand.who: strand.now.gap for strand in topic.strands} == {
        COUNCIL: -2,
        CARERS: 1,
        "Wij, de gemeente": -1,
    }
