"""Whatever people do in whatever order: the tables, a plain model and the exported reactions say the same."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Vote
from meervoud_web.conversations.queries.votes import votes_of
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Participation, Receipt
from tests.web.rounds.making import open_round, statement_ids

VALUES = st.sampled_from([1, 0, -1, None])


class Reactions(RuleBasedStateMachine):
    """The model: what each participant said last, to each statement that is not out."""

    people = Bundle("people")
    requests = Bundle("requests")

    @initialize()
    def begin(self) -> None:
        self.round = open_round()
        self.said: dict[tuple[int, int], int] = {}
        self.receipts: set[tuple[int, UUID]] = set()
        self.silent: set[int] = set()

    @rule(target=people)
    def somebody_comes(self) -> int:
        return actions.participate(self.round, device=new_device_secret()).pk

    @rule(target=requests, person=people, place=st.integers(0, 2), value=VALUES, important=st.booleans())
    def reacts(self, person: int, place: int, value: int | None, important: bool) -> tuple[int, UUID]:
        statement, request_id = statement_ids(self.round)[place], uuid4()
        mine = Participation.objects.get(pk=person)
        if statement in self.silent:
            with pytest.raises(actions.NoSuchStatementError):
                actions.react(
                    mine, statement_id=statement, value=value, is_important=important, request_id=request_id
                )
            return person, request_id
        actions.react(mine, statement_id=statement, value=value, is_important=important, request_id=request_id)
        self.receipts.add((person, request_id))
        self.said.pop((person, statement), None)
        if value is not None:
            self.said[person, statement] = value
        return person, request_id

    @rule(request=requests, place=st.integers(0, 2), value=VALUES)
    def sends_again(self, request: tuple[int, UUID], place: int, value: int | None) -> None:
        person, request_id = request
        mine = Participation.objects.filter(pk=person).first()
        if mine is None or request not in self.receipts or statement_ids(self.round)[place] in self.silent:
            return
        actions.react(
            mine,
            statement_id=statement_ids(self.round)[place],
            value=value,
            is_important=False,
            request_id=request_id,
        )

    @rule(place=st.integers(0, 2))
    def a_statement_goes_out(self, place: int) -> None:
        statement = statement_ids(self.round)[place]
        conversations.silence_statement(statement)
        self.silent.add(statement)

    @rule(person=consumes(people))
    def somebody_takes_everything_back(self, person: int) -> None:
        actions.withdraw_everything(Participation.objects.get(pk=person))
        self.said = {key: value for key, value in self.said.items() if key[0] != person}
        self.receipts = {receipt for receipt in self.receipts if receipt[0] != person}

    @invariant()
    def tables_say_what_the_model_says(self) -> None:
        rows = Vote.objects.values_list("participant__participation__pk", "statement_id", "value")
        assert {(person, statement): value for person, statement, value in rows} == self.said
        kept = list(Receipt.objects.values_list("participation_id", "request_id"))
        assert (set(kept), len(kept)) == (self.receipts, len(self.receipts))

    @invariant()
    def receipts_read_again_give_the_same(self) -> None:
        again: dict[tuple[int, int], int] = {}
        for person, statement, value in Receipt.objects.order_by("pk").values_list(
            "participation_id", "statement_id", "value"
        ):
            again.pop((person, statement), None)
            if value is not None:
                again[person, statement] = value
        assert again == self.said

    @invariant()
    def the_export_says_the_same(self) -> None:
        votes = votes_of(self.round.conversation)
        people = dict(Participation.objects.values_list("participant__external_id", "pk"))
        numbers = dict(self.round.conversation.statements.values_list("external_id", "pk"))
        exported = {
            (people[votes.participants[row]], numbers[votes.statements[column]]): int(value)
            for row, column, value in zip(votes.rows, votes.columns, votes.values, strict=True)
        }
        assert exported == self.said


@pytest.mark.django_db
def test_tables_model_and_export_agree(request: pytest.FixtureRequest) -> None:
    from django.db import transaction
    from hypothesis.stateful import run_state_machine_as_test

    class InATransaction(Reactions):
        def __init__(self) -> None:
            super().__init__()
            self.block = transaction.atomic()
            self.block.__enter__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)

    run_state_machine_as_test(
        InATransaction,
        settings=settings(
            max_examples=30,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
        ),
    )
