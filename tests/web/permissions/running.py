"""Who may set rounds up, run them, read along, see who asks for help, and answer proposals."""

from __future__ import annotations

from uuid import uuid4

from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Appeal, HelpRequest, Round, RoundProposal, Rule, State, Submission
from tests.web.permissions.house import challenge_that_is, somebody
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row
from tests.web.rounds.making import open_round

_OTHERS_NOT = {"strangers": LOG_IN, "staff": 403}
_ABSENT = {"strangers": LOG_IN, "staff": 404}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer, "facilitator": answer}


def _round(**more: str) -> Round:
    question = f"Ronde om te houden {more}"
    found = Round.objects.filter(conversation__question=question).first()
    return found or open_round(question=question, challenge=challenge_that_is(public=True), **more)


def _answered() -> Round:
    return _round(state=State.ANSWERED, answer="Gedaan.", answered_at="2026-01-01T00:00Z")


def _submission(state: str = "waiting", **more: object) -> Submission:
    round_ = _round()
    mine = actions.participate(round_, device=f"wie inbracht {state}")
    found = Submission.objects.filter(participation=mine).first()
    return found or Submission.objects.create(
        round=round_, participation=mine, text="Ingebracht.", due_at=round_.created_at, state=state, **more
    )


def _statement(state: str = "waiting", **more: object) -> dict[str, object]:
    return {"round_id": _round().pk, "submission_id": _submission(state, **more).pk}


def _appeal() -> dict[str, object]:
    refused = _submission("refused", rule=Rule.TWICE, decided_by=somebody(), decided_at=_round().created_at)
    found, _new = Appeal.objects.get_or_create(submission=refused, defaults={"text": "Toch wel."})
    return {"round_id": _round().pk, "appeal_id": found.pk}


def _help() -> dict[str, object]:
    round_ = _round()
    found = round_.help_requests.first() or HelpRequest.objects.create(
        round=round_, request_id=uuid4(), text="Help."
    )
    return {"round_id": round_.pk, "help_id": found.pk}


def _proposal() -> dict[str, object]:
    challenge = challenge_that_is(public=True)
    found = RoundProposal.objects.filter(challenge=challenge).first() or RoundProposal.objects.create(
        challenge=challenge, question="Wat?", reason="Daarom.", follow_hash="x", answer_by="2031-01-01"
    )
    return {"slug": challenge.slug, "proposal_id": found.pk}


OBJECTS: Objects = {
    "a round that runs": lambda me: {"round_id": _round().pk},
    "a draft": lambda me: {"round_id": _round(state=State.DRAFT).pk},
    "a round that was answered": lambda me: {"round_id": _answered().pk},
    "a round that is over": lambda me: {"round_id": _round(state=State.CLOSED).pk},
    "no such round": lambda me: {"round_id": 987_654},
    "the poster of a round that runs": lambda me: {"round_id": _round().pk, "size": "A4"},
    "the poster of a draft": lambda me: {"round_id": _round(state=State.DRAFT).pk, "size": "A4"},
    "a poster of another size": lambda me: {"round_id": _round().pk, "size": "A9"},
    "a statement that waits": lambda me: _statement(),
    "a statement that was decided about": lambda me: _statement(
        "accepted", decided_by=somebody(), decided_at=_round().created_at
    ),
    "no statement": lambda me: {"round_id": _round().pk, "submission_id": 987_654},
    "a second look": lambda me: _appeal(),
    "no second look": lambda me: {"round_id": _round().pk, "appeal_id": 987_654},
    "a hulpvraag": lambda me: _help(),
    "no hulpvraag": lambda me: {"round_id": _round().pk, "help_id": 987_654},
    "a proposal": lambda me: _proposal(),
    "no proposal": lambda me: {"slug": challenge_that_is(public=True).slug, "proposal_id": 987_654},
    "the code of a round that runs": lambda me: {"code": _round().code},
    "the code of a draft": lambda me: {"code": _round(state=State.DRAFT).code},
}


def _read(of: str = "a round that runs", answer: int = 200, none: str = "no such round") -> list[Row]:
    return [
        Row("GET", of=of, **_OTHERS_NOT, **_managers(answer)),
        Row("GET", of=none, **(_ABSENT if none == "no such round" else _OTHERS_NOT | _managers(404))),
    ]


def _change(of: str, *, answer: int = 302, data: dict[str, object] | None = None) -> Row:
    return Row("POST", of=of, data=data, **_OTHERS_NOT, **_managers(answer))


def _known_to_all() -> list[Row]:
    return [
        Row("GET", of="the code of a round that runs", everyone=200),
        Row("GET", of="the code of a draft", everyone=404),
    ]


ROWS: Matrix = {
    "rounds:log": _known_to_all(),
    "rounds:house_rules": _known_to_all(),
    # --- setting up ----------------------------------------------------------------------------------------
    "rounds:prepare": [
        Row("GET", of="an open challenge", **_OTHERS_NOT, **_managers(200)),
        Row("GET", of="no challenge", **_ABSENT),
        Row("POST", of="a closed challenge", data={"title": ""}, outside=404, **_OTHERS_NOT, **_managers(422)),
    ],
    "rounds:manage": [*_read(), Row("GET", of="a draft", **_OTHERS_NOT, **_managers(200))],
    "rounds:edit": [*_read("a draft"), _change("a draft", data={"title": ""}, answer=422)],
    "rounds:preview": [*_read("a draft"), Row("GET", of="a round that runs", **_OTHERS_NOT, **_managers(302))],
    "rounds:open": [*_read("a draft"), _change("a draft")],
    "rounds:close": [*_read(), _change("a round that runs")],
    "rounds:answer": [
        *_read("a round that is over"),
        _change("a round that is over", data={"answer": "Dit."}),
        _change("a round that runs", data={"answer": "Dit."}, answer=422),
    ],
    "rounds:correct": [
        *_read("a round that was answered"),
        _change("a round that was answered", data={"answer": "", "reason": "Fout."}, answer=422),
    ],
    "rounds:postpone": [
        *_read(),
        _change("a round that runs", data={"until": "2031-02-01", "reason": "Later."}),
    ],
    "rounds:invite": [*_read(), Row("GET", of="a draft", **_OTHERS_NOT, **_managers(302))],
    "rounds:poster": [
        Row("GET", of="the poster of a round that runs", **_OTHERS_NOT, **_managers(200)),
        Row("GET", of="the poster of a draft", **_OTHERS_NOT, **_managers(404)),
        Row("GET", of="a poster of another size", **_OTHERS_NOT, **_managers(404)),
    ],
    # --- reading along -------------------------------------------------------------------------------------
    "rounds:queue": _read(),
    "rounds:decide": [
        *_read("a statement that waits", none="no statement"),
        _change("a statement that waits", data={"act": "refuse", "rule": "twice", "explanation": "Dubbel."}),
        _change("a statement that waits", data={"act": "anders"}, answer=422),
    ],
    "rounds:accept": [_change("a statement that waits"), _change("no statement", answer=404)],
    "rounds:hand_over": [_change("a statement that waits"), _change("no statement", answer=404)],
    "rounds:put_back": [_change("a statement that was decided about"), _change("no statement", answer=404)],
    "rounds:look_again": [
        *_read("a second look", none="no second look"),
        _change("a second look", data={"is_granted": "True", "answer": "Ja."}),
    ],
    # --- who asks for help ---------------------------------------------------------------------------------
    "rounds:help_requests": _read(),
    "rounds:forward": [
        *_read("a hulpvraag", none="no hulpvraag"),
        _change("a hulpvraag", data={"to": "Wijkteam"}),
    ],
    "rounds:close_help_request": [_change("a hulpvraag"), _change("no hulpvraag", answer=404)],
    # --- proposals -----------------------------------------------------------------------------------------
    "rounds:propose": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", everyone=404),
        Row(
            "POST",
            of="an open challenge",
            data={"question": "Wat?", "reason": "Daarom.", "key": "k" * 43},
            everyone=200,
        ),
        Row("POST", of="a closed challenge", data={"question": "Wat?"}, everyone=404),
    ],
    "rounds:proposals": [
        Row("GET", of="an open challenge", **_OTHERS_NOT, **_managers(200)),
        Row("GET", of="no challenge", **_ABSENT),
    ],
    "rounds:answer_proposal": [
        *_read("a proposal", none="no proposal"),
        _change("a proposal", data={"is_taken_up": "False", "answer": "Nee."}),
    ],
}
