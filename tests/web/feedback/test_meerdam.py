"""Meerdam answered six themes, and a follow code of the example shows one of the answers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.feedback.models import Theme, Weighed
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.alive import CODE, MERGED
from meervoud_web.meerdam.answered import answer_people, follow_code
from meervoud_web.meerdam.answered_words import TO_ONE_PERSON
from meervoud_web.meerdam.content import living_at_home
from meervoud_web.rounds import actions as rounds
from meervoud_web.rounds.models import Submission
from tests.web.rounds.making import open_round

pytestmark = pytest.mark.django_db


def test_meerdam_answered_partly_not_elsewhere_and_once_too_late_and_says_so_once() -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    texts = tuple(planted.text for planted in living_at_home().statements)
    round_ = open_round(challenge=challenge, statements=texts, code=CODE)
    for _time in range(2):
        answer_people(challenge, people=people, today=today)
    themes = list(Theme.objects.all())
    assert {theme.weighed for theme in themes} == {"", *Weighed.values}
    assert [theme.title for theme in themes if theme.is_late] == ["Alleen zijn, en dat niet durven zeggen"]
    resident = rounds.participate(round_, device=f"example {MERGED[0]}")
    same = round_.conversation.statements.get(external_id=MERGED[1])
    Submission.objects.create(
        round=round_, participation=resident, text=MERGED[0], statement=same, state="merged", due_at=timezone.now()
    )
    page = Client().get(f"/volg/{follow_code()}/").content.decode()
    assert TO_ONE_PERSON in page
    assert "Dit gaan wij doen." in page
