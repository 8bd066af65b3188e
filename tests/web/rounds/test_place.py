"""Where do I stand? Said to oneself only, and only when it can be said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from django.test import Client

from meervoud import landscape
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Audience, Conversation, GroupName, Participant
from meervoud_web.conversations.queries import place as places
from meervoud_web.rounds.codes import device_hash, new_device_secret
from meervoud_web.rounds.models import Participation, Round, State
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.ready import ready
from tests.web.rounds.making import SAID_FIRST, device_client, open_round, send, statement_ids

pytestmark = pytest.mark.django_db


def round_with_a_result(*, public: bool = True) -> Round:
    challenge = Challenge.objects.create(title="Thuis", slug="thuis", question="Hoe?", is_public=True)
    conversation = ready(challenge, votes_of_two_groups(), public=public)
    return Round.objects.create(conversation=conversation, state=State.OPEN, **SAID_FIRST)


def device_of(round_: Round, external_id: str) -> Client:
    """The browser of somebody who is in the result."""
    client = device_client(device=new_device_secret())
    Participation.objects.create(
        round=round_,
        participant=Participant.objects.get(conversation=round_.conversation, external_id=external_id),
        device_hash=device_hash(client.device, round_id=round_.pk),  # type: ignore[attr-defined]
    )
    return client


def page_of(client: Client, round_: Round) -> str:
    response = client.get(f"/r/{round_.code}/waar-sta-ik/")
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    return response.content.decode()


def test_who_stands_in_a_group_sees_it_in_its_own_statements_and_on_the_map() -> None:
    round_ = round_with_a_result()
    for group, name in enumerate(("De vragers", "De zelfdoeners")):
        ids = sorted({one.group for one in members_of(round_.conversation).values() if one.group})
        GroupName.objects.create(
            conversation=round_.conversation, audience=Audience.EVERYONE, group=ids[group], name=name
        )
    one, other = page_of(device_of(round_, "p0"), round_), page_of(device_of(round_, "p1"), round_)
    assert {"De vragers" in one, "De vragers" in other} == {True, False}
    for page in (one, other):
        assert "U staat het dichtst bij" in page
        assert "van de 100 herhalingen stond u bij dezelfde mensen" in page
        assert "Stelling nummer" in page
        assert 'class="own-place"' in page
        assert page.split("<main")[1].count("<circle") == 61
        assert "Alleen u ziet deze tekening." in page


def members_of(conversation: Conversation) -> landscape.Members:
    from meervoud import records
    from meervoud_web.analyses import queries as analyses

    analysis = analyses.newest_result(Audience.EVERYONE, conversation.pk)
    assert analysis is not None
    result: landscape.Landscape = records.from_json(analyses.record_of(analysis))
    return result.members


def test_the_map_names_nobody() -> None:
    round_ = round_with_a_result()
    page = page_of(device_of(round_, "p0"), round_)
    for person in Participant.objects.all():
        assert person.public_id not in page


SAID: tuple[tuple[dict[str, Any], str], ...] = (
    ({"reliability": 0.2}, "nog te weinig reacties"),
    ({"certainty": 0.5}, "Dit is onzeker"),
    ({"certainty": 0.8}, "Dit is vrij zeker"),
    ({"certainty": 0.95}, "Dit is vrijwel zeker"),
    ({"certainty": np.nan}, "kunnen wij niet zeggen"),
    ({"group": -1}, "U staat tussen de groepen in."),
    ({"x": np.nan}, "telt in de laatste uitkomst nog niet mee"),
)


def test_how_sure_it_is_is_said_in_words() -> None:
    round_ = round_with_a_result()  # once: computing it takes longest
    client, original = device_of(round_, "p0"), places.records.from_json
    for change, words in SAID:

        def changed(text: str, change: dict[str, Any] = change) -> landscape.Landscape:
            result: landscape.Landscape = original(text)
            for field, value in change.items():
                column = getattr(result.members, field).copy()
                column[:] = value
                result = replace(result, members=replace(result.members, **{field: column}))
            return result

        with patch.object(places.records, "from_json", changed):
            assert words in page_of(client, round_), change


def test_who_came_after_the_result_or_said_too_little_is_told_so() -> None:
    round_ = round_with_a_result()
    client = device_client(round_)
    for number, statement in enumerate(statement_ids(round_)[:7]):
        assert "minstens zeven stellingen" in page_of(client, round_), number
        send(client, f"/r/{round_.code}/stelling/", round_, stelling=statement, reactie="eens")
    assert "kijk straks nog eens" in page_of(client, round_)


def test_a_result_that_is_not_public_says_nothing_about_anybody() -> None:
    round_ = round_with_a_result(public=False)
    page = page_of(device_of(round_, "p0"), round_)
    assert "nog niet openbaar" in page
    assert "<circle" not in page.split("<main")[1]


def test_without_a_result_or_without_groups_nobody_is_put_in_one() -> None:
    round_ = open_round()
    assert "nog geen uitkomst berekend" in page_of(device_client(round_), round_)
    found = round_with_a_result()
    client, original = device_of(found, "p0"), places.records.from_json
    for verdict in ("spectrum", "none", None):
        with patch.object(
            places.records,
            "from_json",
            lambda text, verdict=verdict: replace(
                original(text), structure=replace(original(text).structure, verdict=verdict)
            ),
        ):
            assert "geen duidelijke groepen" in page_of(client, found)


def test_who_does_not_take_part_has_no_place() -> None:
    round_ = open_round()
    for client in (Client(), device_client()):
        assert client.get(f"/r/{round_.code}/waar-sta-ik/").status_code == 302
