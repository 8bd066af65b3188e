"""Which statement comes next: late ones catch up, small and large rounds alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from unittest.mock import patch

import pytest

from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Vote
from meervoud_web.conversations.queries import routes
from meervoud_web.rounds.models import Round
from tests.web.rounds.making import open_round, statement_ids

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _weighed_anew() -> Iterator[None]:
    routes._weighed.clear()
    yield
    routes._weighed.clear()


def react_to_all(round_: Round, *, people: int) -> None:
    for number in range(people):
        participant = conversations.add_participant(conversation_id=round_.conversation_id)
        Vote.objects.bulk_create(
            Vote(participant=participant, statement_id=one, value=1 if (number + place) % 3 else -1)
            for place, one in enumerate(statement_ids(round_))
        )


def first_shown(round_: Round, *, times: int = 300) -> Counter[int]:
    found = [routes.next_statement(round_.conversation, done=(), seed=seed) for seed in range(times)]
    return Counter(one.pk for one in found if one)


def test_a_statement_that_came_late_is_shown_more_often_than_one_that_all_reacted_to() -> None:
    round_ = open_round(statements=tuple(f"Mening {number}" for number in range(8)))
    react_to_all(round_, people=20)
    late = conversations.add_statement(conversation_id=round_.conversation_id, text="Laat.", is_seed=False)
    often = first_shown(round_)
    assert set(often) == set(statement_ids(round_))
    assert often[late.pk] > 2 * max(count for statement, count in often.items() if statement != late.pk)


def test_only_the_reactions_of_the_newest_people_are_weighed() -> None:
    round_ = open_round(statements=tuple(f"Mening {number}" for number in range(8)))
    react_to_all(round_, people=20)
    conversations.add_statement(conversation_id=round_.conversation_id, text="Laat.", is_seed=False)
    react_to_all(round_, people=5)
    with patch.object(routes, "NEWEST_PEOPLE", 5):
        assert routes._newest_votes(round_.conversation).size == 5 * 9


def test_chances_are_weighed_once_in_a_while_and_what_is_gone_is_never_shown() -> None:
    round_ = open_round()
    with patch.object(routes, "_weigh", wraps=routes._weigh) as weighed:
        first_shown(round_, times=10)
        for statement in statement_ids(round_)[:2]:
            conversations.silence_statement(statement)
        assert set(first_shown(round_, times=20)) == {statement_ids(round_)[2]}
        assert weighed.call_count == 1


@pytest.mark.parametrize("statements", [(), ("Eén.",)])
def test_a_round_with_hardly_anything_in_it_breaks_nothing(statements: tuple[str, ...]) -> None:
    round_ = open_round(statements=statements)
    assert len(first_shown(round_, times=5)) == len(statements)
