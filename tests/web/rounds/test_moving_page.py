"""The page of a round that runs: it goes along, says what changed, and can be shared; and says how hard it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries.since import since_yesterday
from meervoud_web.rounds.models import Round, State
from tests.web.conversations.landscapes import by_hand
from tests.web.rounds.making import open_round
from tests.web.rounds.moving import PEOPLE, TEXTS, let_react, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    made = open_round(statements=TEXTS)
    let_react(made, range(PEOPLE))
    work()
    work()
    return made


def page_of(client: Client, round_: Round, more: str = "") -> str:
    response = client.get(f"/stellingenrondes/{round_.conversation_id}/{more}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_of_an_open_round_listens_and_works_without_a_script(client: Client, round_: Round) -> None:
    page = page_of(client, round_)
    newest = Analysis.objects.filter(source=Audience.EVERYONE).latest("pk")
    assert f'data-moving="/live/public-conversation/{round_.conversation_id}/"' in page
    assert f'data-newest="{newest.pk}"' in page
    assert 'role="status" data-moving-said' in page
    assert f'href="/stellingenrondes/{round_.conversation_id}/" data-moving-now' in page
    assert "Niet vanzelf bijwerken" in page
    assert f'href="/r/{round_.code}/"' in page


def test_a_closed_round_stands_still(client: Client, round_: Round) -> None:
    Round.objects.filter(pk=round_.pk).update(state=State.CLOSED)
    assert "data-moving" not in page_of(client, round_)


def test_an_open_round_without_a_result_says_when_there_will_be_one(client: Client) -> None:
    made = open_round()
    page = page_of(client, made, "voortgang/")
    assert "Zodra minstens vijf mensen" in page
    assert 'data-newest="0"' in page


def test_the_page_for_on_another_site_is_small_says_how_hard_it_is_and_sets_no_cookie(
    client: Client, round_: Round
) -> None:
    response = client.get(f"/stellingenrondes/{round_.conversation_id}/insluiten/")
    page = response.content.decode()
    assert not response.cookies
    assert "Dit zijn reacties, geen telling van personen." in page
    assert f'href="http://testserver/stellingenrondes/{round_.conversation_id}/"' in page
    assert len(response.content) < 60_000
    assert "<script" not in page


def test_the_page_offers_its_address_and_a_line_for_on_another_site(client: Client, round_: Round) -> None:
    page = page_of(client, round_)
    address = f"http://testserver/stellingenrondes/{round_.conversation_id}/"
    assert f'<a href="{address}">{address}</a>' in page
    assert f'&lt;iframe src="{address}insluiten/"' in page


# --- since yesterday -----------------------------------------------------------------------------------------


def said_since(before: object, now: object) -> tuple[str, ...]:
    from meervoud import records

    round_ = open_round(statements=TEXTS)
    conversation = Conversation.objects.get(pk=round_.conversation_id)
    made = []
    for days, result in ((1, before), (0, now)):
        made.append(
            Analysis.objects.create(
                source=Audience.EVERYONE,
                subject=conversation.pk,
                method="landscape",
                state=Analysis.State.DONE,
                record="{}",
                input_hash="a",
                method_version="1",
                finished_at=timezone.now() - timedelta(days=days),
                summary={"result": records.to_json(result), "ends": None},
            )
        )
    since = since_yesterday(conversation, Audience.EVERYONE, made[-1])
    assert since is not None
    assert since.is_yesterday
    return since.sentences


def test_where_nothing_changed_beyond_chance_the_page_says_so() -> None:
    result = by_hand(sizes={"1": 300, "2": 200})
    nearly = by_hand(sizes={"1": 303, "2": 205})
    sentences = said_since(result, nearly)
    assert sentences[-1] == "Verder is er niets veranderd dat groter is dan toeval."
    assert len(sentences) == 2


def test_a_group_that_really_grew_is_named_with_its_share_then_and_now() -> None:
    sentences = said_since(by_hand(sizes={"1": 300, "2": 200}), by_hand(sizes={"1": 300, "2": 400}))
    assert sentences[0] == "Er doen 200 mensen meer mee."
    assert "“Groep A” kromp van 60 naar 43 van de 100 mensen." in sentences
    assert "“Groep B” groeide van 40 naar 57 van de 100 mensen." in sentences


def test_another_verdict_is_said_beside_the_one_of_then() -> None:
    sentences = said_since(by_hand(verdict="none", sizes={}), by_hand(sizes={"1": 300, "2": 200}))
    assert "Toen: Er zijn geen duidelijke groepen. Nu: Er zijn twee groepen." in sentences


def test_without_an_earlier_day_there_is_nothing_to_compare_with(round_: Round) -> None:
    conversation = Conversation.objects.get(pk=round_.conversation_id)
    newest = Analysis.objects.filter(source=Audience.EVERYONE).latest("pk")
    assert since_yesterday(conversation, Audience.EVERYONE, newest) is None
