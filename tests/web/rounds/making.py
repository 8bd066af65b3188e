"""Rounds that are open, and devices of people who take part."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Assurance
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import form_token, new_device_secret
from meervoud_web.rounds.models import Participation, Round, State

STATEMENTS = ("Buren helpen elkaar hier genoeg.", "De gemeente doet te weinig.", "Ik red het zelf.")
SAID_FIRST = {
    "fixed": "Er komt een huiskamer in de wijk.",
    "negotiable": "Wat er gebeurt, en wie het doet.",
    "decider": "Het college van Meerdam.",
    "how_heard": "Op deze pagina, en in de wijkkrant.",
    "answer_by": date(2031, 1, 1),
}


def open_round(
    *,
    statements: tuple[str, ...] = STATEMENTS,
    question: str = "Wat helpt u om thuis te blijven wonen?",
    challenge: Challenge | None = None,
    assurance: Assurance = Assurance.OPEN_LINK,
    public: bool = True,
    **more: Any,
) -> Round:
    """A round that people can take part in; ``more`` are its fields, such as ``state`` or ``moderation``."""
    if challenge is None:
        challenge = Challenge.objects.create(
            title="Samen langer thuis", slug=uuid4().hex, question="Wat helpt?", is_public=True
        )
    conversation = conversations.begin_conversation(
        challenge=challenge,
        title="Wat helpt u?",
        question=question,
        assurance=assurance,
        is_public=public,
    )
    for text in statements:
        conversations.add_statement(conversation_id=conversation.pk, text=text, is_seed=True)
    return Round.objects.create(conversation=conversation, **{"state": State.OPEN, **SAID_FIRST, **more})


def statement_ids(round_: Round) -> list[int]:
    """The keys of the statements of a round, oldest first."""
    return list(round_.conversation.statements.order_by("pk").values_list("pk", flat=True))


def device_client(round_: Round | None = None, *, device: str = "") -> Client:
    """A browser that carries the cookie of a participant; ``client.device`` is its secret.

    With a round it takes part there, as after the first reaction.
    """
    client = Client()
    client.device = device or new_device_secret()  # type: ignore[attr-defined]
    client.cookies["deelnemer"] = client.device  # type: ignore[attr-defined]
    if round_ is not None:
        actions.participate(round_, device=client.device)  # type: ignore[attr-defined]
    return client


def participation_of(client: Client, round_: Round) -> Participation:
    """How the device of this browser takes part in a round."""
    return actions.participate(round_, device=client.device)  # type: ignore[attr-defined]


def send(client: Client, address: str, round_: Round, **data: Any) -> HttpResponse:
    """Send a form of a page for participants, with its token and a fresh request id unless one is given."""
    token = form_token(getattr(client, "device", ""), round_id=round_.pk)
    return client.post(address, {"token": token, "request_id": str(uuid4()), **data})
