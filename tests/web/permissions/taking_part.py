"""Who may take part in a round: everyone, and nobody for somebody else."""

from __future__ import annotations

from meervoud_web.people.models import Person
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import device_follow_code
from meervoud_web.rounds.models import Round, State, Submission
from tests.web.permissions.matrix import Matrix, Objects, Row
from tests.web.rounds.making import open_round

DEVICE = "het toestel van wie meedoet"
NOBODY = "BCDFG-BCDFG"


def _round(**more: str) -> Round:
    question = f"Ronde om aan mee te doen {more}"
    return Round.objects.filter(conversation__question=question).first() or open_round(question=question, **more)


def _follower() -> dict[str, object]:
    round_ = _round()
    actions.participate(round_, device=DEVICE)
    return {"code": device_follow_code(DEVICE, round_id=round_.pk)}


def _own_statement() -> dict[str, object]:
    kwargs, round_ = _follower(), _round()
    mine = actions.participate(round_, device=DEVICE)
    found = Submission.objects.filter(participation=mine).first()
    if found is None:
        found = Submission.objects.create(
            round=round_, participation=mine, text="Mijn stelling.", due_at=round_.created_at
        )
    return kwargs | {"submission_id": found.pk}


def _statement_of_another() -> dict[str, object]:
    round_ = _round()
    other = actions.participate(round_, device="een ander toestel")
    theirs = Submission.objects.create(
        round=round_, participation=other, text="Van een ander.", due_at=round_.created_at
    )
    return _follower() | {"submission_id": theirs.pk}


def _a_code(person: Person | None) -> dict[str, object]:
    return {"code": NOBODY}


OBJECTS: Objects = {
    "a round to take part in": lambda me: {"code": _round().code},
    "a round that is prepared": lambda me: {"code": _round(state=State.DRAFT).code},
    "no round to take part in": lambda me: {"code": "BCDFGH"},
    "a follow code": lambda me: _follower(),
    "a code of nobody": _a_code,
    "one's own statement": lambda me: _own_statement(),
    "the statement of another": lambda me: _statement_of_another(),
    "a statement under a code of nobody": lambda me: _own_statement() | {"code": NOBODY},
}


def _page(answer: int, *methods: str) -> list[Row]:
    """A page about a round; a form without the token of the device is refused, whoever sends it."""
    rows = [
        Row("GET", of="a round to take part in", everyone=answer),
        Row("GET", of="a round that is prepared", everyone=404),
        Row("GET", of="no round to take part in", everyone=404),
    ]
    return rows + [Row(method, of="a round to take part in", everyone=403) for method in methods]


def _own() -> list[Row]:
    return [
        Row("GET", of="one's own statement", everyone=200),
        Row("GET", of="the statement of another", everyone=404),
        Row("GET", of="a statement under a code of nobody", everyone=404),
        Row("POST", of="one's own statement", everyone=403),
    ]


ROWS: Matrix = {
    "rounds:find": [Row("GET", everyone=200)],
    "rounds:welcome": _page(200, "POST"),
    "rounds:statement": _page(303, "POST"),
    "rounds:thanks": _page(200),
    "rounds:mine": _page(302, "POST"),
    "rounds:own": _page(302, "POST"),
    "rounds:help": _page(200, "POST"),
    "rounds:place": _page(302),
    "rounds:code": _page(302),
    "rounds:done": _page(200, "POST"),
    "rounds:follow": [Row("GET", everyone=200), Row("POST", everyone=403)],
    "rounds:followed": [
        Row("GET", of="a follow code", everyone=200),
        Row("GET", of="a code of nobody", everyone=404),
    ],
    "rounds:everything": [
        Row("GET", of="a follow code", everyone=200),
        Row("GET", of="a code of nobody", everyone=404),
    ],
    "rounds:withdraw_all": [
        Row("GET", of="a follow code", everyone=200),
        Row("GET", of="a code of nobody", everyone=404),
        Row("POST", of="a follow code", everyone=403),
    ],
    "rounds:go_on": [
        Row("POST", of="a follow code", everyone=403),
        Row("POST", of="a code of nobody", everyone=403),
    ],
    "rounds:withdraw": _own(),
    "rounds:appeal": _own(),
}
