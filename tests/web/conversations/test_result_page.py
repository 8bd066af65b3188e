"""The page of a result: honest words, the right version for the right reader, and as quick for many as for few."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meervoud import landscape
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from meervoud_web.conversations.models import Conversation, GroupName
from meervoud_web.people.models import Person
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.ready import QUICK, by_hand_ready, ready, run_all


@pytest.fixture
def round_(challenge: Challenge, votes: landscape.Votes) -> Conversation:
    return ready(challenge, votes, public=True)


def page(client: Client, round_: Conversation, rest: str = "") -> str:
    response = client.get(f"/stellingenrondes/{round_.pk}/{rest}")
    assert response.status_code == 200
    return str(response.content.decode())


def test_staff_read_all_reactions_and_everyone_what_may_be_public(
    staff_client: Client, challenge: Challenge
) -> None:
    many = votes_of_two_groups()
    few = landscape.Votes.from_arrays(
        [*(many.participants[row] for row in many.rows), "late"],
        [*(many.statements[column] for column in many.columns), "0"],
        [*many.values.tolist(), 1],
    )
    round_ = ready(challenge, few, public=True)
    assert "61 mensen" in page(staff_client, round_)
    assert "60 mensen" in page(Client(), round_)
    preview = page(staff_client, round_, "?voor=iedereen")
    assert "60 mensen" in preview
    assert "wat iedereen te zien krijgt" in preview


def test_the_id_of_a_participant_is_nowhere_on_a_page(staff_client: Client, round_: Conversation) -> None:
    for client in (staff_client, Client()):
        for rest in ("", "stellingen/", "lijst/shared/", "berekening/"):
            html = page(client, round_, rest)
            for participant in round_.participants.all()[:5]:
                assert participant.public_id not in html
                assert f">{participant.external_id}<" not in html


@pytest.mark.parametrize("verdict", ["spectrum", "none"])
def test_without_groups_no_group_is_on_the_page(challenge: Challenge, verdict: Any) -> None:
    html = page(Client(), by_hand_ready(challenge, votes_of_two_groups(), verdict=verdict))
    assert "Wat we delen" in html
    for word in ("De groepen in hun eigen stellingen", "Wat ons verdeelt", "Minderheidsgeluiden", "Groep A"):
        assert word not in html


def test_a_new_analysis_is_announced_while_the_old_result_stands(
    staff_client: Client, round_: Conversation
) -> None:
    actions.analyse_conversation(round_)
    html = page(staff_client, round_)
    assert "Er loopt een nieuwe berekening" in html
    assert "Wat we delen" in html


def test_before_the_first_result_the_page_leads_to_its_progress(
    staff_client: Client, conversation: Conversation
) -> None:
    address = f"/stellingenrondes/{conversation.pk}/"
    assert "nog geen uitkomst" in staff_client.get(address, follow=True).content.decode()
    actions.analyse_conversation(conversation)
    response = staff_client.get(address, follow=True)
    assert response.redirect_chain == [(f"{address}voortgang/", 302)]
    assert "progress" in response.content.decode()


def test_progress_leads_on_to_the_result_with_and_without_htmx(staff_client: Client, round_: Conversation) -> None:
    address = f"/stellingenrondes/{round_.pk}/voortgang/"
    assert staff_client.get(address)["Location"] == f"/stellingenrondes/{round_.pk}/"
    assert (
        staff_client.get(address, headers={"HX-Request": "true"})["HX-Redirect"]
        == f"/stellingenrondes/{round_.pk}/"
    )


def test_closing_takes_the_result_back_and_opening_gives_it_again(manager: Person, round_: Conversation) -> None:
    actions.close_to_public(round_, by=manager)
    assert Client().get(f"/stellingenrondes/{round_.pk}/").status_code == 404
    before = Analysis.objects.count()
    actions.open_to_public(round_, by=manager)
    assert Client().get(f"/stellingenrondes/{round_.pk}/").status_code == 200
    assert Analysis.objects.count() == before, "what was computed is still there"


def test_a_name_of_a_group_stays_when_the_analysis_is_run_again(
    manager_client: Client, manager: Person, challenge: Challenge, round_: Conversation
) -> None:
    form = manager_client.get(f"/stellingenrondes/{round_.pk}/groepen/").context["form"]
    field = next(iter(form.fields))
    response = manager_client.post(f"/stellingenrondes/{round_.pk}/groepen/", {field: "Samen <regelen>"})
    assert response.status_code == 302
    assert GroupName.objects.count() == 1
    assert "Samen &lt;regelen&gt;" in page(manager_client, round_)
    assert "Samen <regelen>" not in page(manager_client, round_)
    assert "Samen &lt;regelen&gt;" not in page(Client(), round_), "everyone's groups have names of their own"
    actions.analyse_conversation(round_, by=manager, parameters=QUICK)
    run_all()
    assert "Samen &lt;regelen&gt;" in page(manager_client, round_)
    manager_client.post(f"/stellingenrondes/{round_.pk}/groepen/", {field: ""})
    assert not GroupName.objects.exists()


def test_a_statement_can_not_bring_a_script_onto_any_page(staff_client: Client, challenge: Challenge) -> None:
    votes = votes_of_two_groups()
    evil = "<script>window.__xss=1</script><img src=x onerror=alert(1)>"
    round_ = ready(challenge, replace(votes, texts=dict.fromkeys(votes.statements, evil)), title=evil, public=True)
    for client in (staff_client, Client()):
        for rest in ("", "stellingen/", "lijst/shared/", "berekening/", "bestand/meningenlandschap.svg"):
            html = client.get(f"/stellingenrondes/{round_.pk}/{rest}").content.decode()
            assert "<script>window" not in html
            assert "<img src=x" not in html


def test_there_is_no_inline_style_or_script_on_a_page(staff_client: Client, round_: Conversation) -> None:
    html = page(staff_client, round_)
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html


@pytest.mark.parametrize("rest", ["", "stellingen/", "lijst/shared/", "berekening/", "voortgang/"])
def test_a_page_asks_as_little_of_the_database_at_ten_times_the_size(
    staff_client: Client, challenge: Challenge, rest: str
) -> None:
    counts = []
    for people, statements in ((40, 12), (400, 120)):
        round_ = ready(challenge, votes_of_two_groups(people=people, statements=statements))
        staff_client.get(f"/stellingenrondes/{round_.pk}/{rest}")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            staff_client.get(f"/stellingenrondes/{round_.pk}/{rest}")
        counts.append(len(captured))
        assert not [query for query in captured if "conversations_vote" in query["sql"]]
        assert not [query for query in captured if '"record"' in query["sql"]]
    assert counts[0] == counts[1] <= 12


def test_a_challenge_with_many_rounds_asks_as_little_as_one_with_few(
    staff_client: Client, challenge: Challenge
) -> None:
    counts = []
    staff_client.get(f"/opgaven/{challenge.slug}/")  # the first look is written down, and that asks more
    for _ in range(2):
        for _ in range(3):
            actions.import_votes(challenge=challenge, title="t", votes=votes_of_two_groups(people=4))
        with CaptureQueriesContext(connection) as captured:
            staff_client.get(f"/opgaven/{challenge.slug}/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_everyone_asks_as_little_of_the_database_at_ten_times_the_size(challenge: Challenge) -> None:
    counts: dict[str, list[int]] = {}
    for people, statements, more in ((40, 12, 0), (400, 120, 5)):
        for _ in range(more):
            actions.open_to_public(
                actions.import_votes(challenge=challenge, title="t", votes=votes_of_two_groups(people=20))
            )
        Analysis.objects.filter(state=Analysis.State.WAITING).delete()
        round_ = ready(challenge, votes_of_two_groups(people=people, statements=statements), public=True)
        for address in ("/", f"/opgaven/{challenge.slug}/", f"/stellingenrondes/{round_.pk}/"):
            with CaptureQueriesContext(connection) as captured:
                assert Client().get(address).status_code == 200
            counts.setdefault(address.rstrip("/0123456789"), []).append(len(captured))
            assert not [query for query in captured if "conversations_vote" in query["sql"]]
            assert not [query for query in captured if '"record"' in query["sql"]]
    most = {"": 10, "/opgaven/thuis": 19, "/stellingenrondes": 10}  # many apps show themselves with a challenge
    assert all(few == many <= most[page] for page, (few, many) in counts.items()), counts


def test_a_page_number_that_makes_no_sense_is_not_found(staff_client: Client, round_: Conversation) -> None:
    for number in ("0", "-1", "abc", "99999999999999999999", "²", "2"):
        response = staff_client.get(f"/stellingenrondes/{round_.pk}/lijst/shared/", {"bladzijde": number})
        assert response.status_code == 404


def test_who_waits_long_for_a_worker_is_told_so(staff_client: Client, conversation: Conversation) -> None:
    actions.analyse_conversation(conversation)
    assert "langer dan anders" not in page(staff_client, conversation, "voortgang/")
    Analysis.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    assert "langer dan anders" in page(staff_client, conversation, "voortgang/")
    Analysis.objects.update(state=Analysis.State.RUNNING, lease_until=timezone.now() + timedelta(minutes=1))
    assert "langer dan anders" not in page(staff_client, conversation, "voortgang/")
