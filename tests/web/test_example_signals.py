"""The surprises of Meerdam: told once, most of them read, and nothing private in sight."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges import audit
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import open_accounts
from meervoud_web.meerdam.signals import report_surprises
from meervoud_web.meerdam.story import tell_story
from meervoud_web.signals.models import Signal
from meervoud_web.signals.queries.likes import kind_of, likes_of
from meervoud_web.signals.queries.register import in_order, to_read, unread_too_long
from meervoud_web.signals.queries.seen import signals_of

pytestmark = pytest.mark.django_db


def test_the_surprises_of_meerdam_are_told_once_and_what_three_people_saw_stands_first(client: Client) -> None:
    today = timezone.localdate()
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = challenges.start_challenge(by=people["opgavemanager"], text=plan.CHALLENGE)
    tell_story(challenge, people=people, today=today)
    for _time in range(2):
        report_surprises(challenge, people=people, today=today)
        assert Signal.objects.filter(challenge=challenge).count() == 12
    challenges.seal_journal()
    assert audit.verify().problems == ()
    first = in_order(signals_of(challenge, person=people["ambtenaar"]))[0]
    assert ("mantelzorgers" in first.signal.seen, first.confirmations) == (True, 2)
    assert to_read(challenge).filter(verdict="").count() == 3
    assert unread_too_long(challenge).count() == 1
    newest = Signal.objects.order_by("reported_at").last()
    assert newest is not None
    assert "mantelzorgers" in likes_of(newest)[0].signal.seen
    assert len(kind_of(likes_of(newest))) == 3, "what somebody joined counts, alike or not"
    page = client.get(f"{challenge.get_absolute_url()}signalen/").content.decode()
    assert "Dat begon zonder de gemeente." in page
    assert not [signal.seen for signal in Signal.objects.all() if signal.seen in page]
