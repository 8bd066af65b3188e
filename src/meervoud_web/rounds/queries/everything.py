"""Everything that is held about somebody who takes part without an account, for themselves to take along."""

from __future__ import annotations

from typing import Any

from meervoud_web.rounds.models import Appeal, Participation, Submission


def everything_of(mine: Participation) -> dict[str, Any]:
    """All of one participant: each reaction with every change of mind, each statement, what was asked about it."""
    round_ = mine.round
    receipts = mine.receipts.select_related("statement").order_by("pk")
    return {
        "stellingenronde": round_.conversation.title,
        "vraag": round_.conversation.question,
        "meegedaan vanaf": mine.started_on.isoformat(),
        "manier": mine.get_way_display(),
        "reacties in volgorde van binnenkomst": [
            {
                "stelling": receipt.statement.text,
                "reactie": receipt.value,
                "extra belangrijk": receipt.is_important,
                "milliseconden sinds 1970": receipt.arrived_at,
            }
            for receipt in receipts
        ],
        "eigen stellingen": [_submitted(one) for one in mine.submissions.select_related("appeal").order_by("pk")],
        "papieren kaart": _card_of(mine),
    }


def _submitted(one: Submission) -> dict[str, Any]:
    appeal, help_request = getattr(one, "appeal", None), getattr(one, "help_request", None)
    return {
        "tekst": one.text,
        "stand": str(one.get_state_display()),
        "regel": str(one.get_rule_display()) if one.rule else "",
        "uitleg": one.explanation,
        "ingebracht": one.submitted_at.isoformat(),
        str(Appeal._meta.verbose_name): {"tekst": appeal.text, "antwoord": appeal.answer} if appeal else None,
        "hulpvraag": {"tekst": help_request.text, "contact": help_request.contact} if help_request else None,
    }


def _card_of(mine: Participation) -> dict[str, Any] | None:
    card = getattr(mine, "card", None)
    return {"nummer": card.number, "eerste keer": card.first, "tweede keer": card.second} if card else None
