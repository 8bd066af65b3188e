"""A round in which people react, and what the worker makes of it."""

from __future__ import annotations

from uuid import uuid4

from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses.models import UNFINISHED, Analysis
from meervoud_web.conversations.models import Audience, Conversation, Statement
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Participation, Round
from tests.web.rounds.making import open_round

PEOPLE = 24
TEXTS = [f"Stelling nummer {number}" for number in range(10)]


def statements_of(round_: Round) -> list[int]:
    return list(Statement.objects.filter(conversation_id=round_.conversation_id).values_list("pk", flat=True))


def let_react(round_: Round, people: range, *, turns: int = 8) -> list[Participation]:
    """Two groups that disagree on all but the last statements."""
    made = []
    for person in people:
        participation = actions.participate(round_, device=f"toestel {person}")
        for place, statement in enumerate(statements_of(round_)[:turns]):
            value = 1 if (person % 2 == 0 or place > 7) else -1
            actions.react(
                participation, statement_id=statement, value=value, is_important=False, request_id=uuid4()
            )
        made.append(participation)
    return made


def work() -> list[Analysis]:
    """Do what the worker does with what waits."""
    waiting = list(Analysis.objects.filter(state=Analysis.State.WAITING))
    for one in waiting:
        Analysis.objects.filter(pk=one.pk).update(parameters={"resamples": 5})
        assert analyses.run_analysis(one.pk), Analysis.objects.get(pk=one.pk).error
    return waiting


def waiting_for(round_: Round) -> set[str]:
    asked = Analysis.objects.filter(subject=round_.conversation_id, state__in=UNFINISHED)
    return set(asked.values_list("source", flat=True))


BOTH = {Audience.EVERYONE.value, Audience.STAFF.value}


def round_with_statements() -> Round:
    """A round whose result everyone may read, with ten statements."""
    made = open_round(statements=TEXTS)
    Conversation.objects.filter(pk=made.conversation_id).update(is_public=True)
    return made
