"""What this app holds about people with an account, and what becomes of it when they are erased.

Who takes part has no account: they see all of theirs at ``/volg/<code>``, and take it back there.
"""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.personal import OFFICIAL_ACT, Beside, Door, Fate, Holding
from meervoud_web.rounds.models import (
    Appeal,
    Correction,
    Forwarding,
    HelpRequest,
    PaperCard,
    Participation,
    Postponement,
    Receipt,
    RoundProposal,
    Submission,
)


def _unnamed(
    model: type[Model],
    *whose: str,
    keeps: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    hides: tuple[str, ...] = (),
) -> Holding:
    return Holding(
        model=model,
        whose=whose,
        fate=Fate.UNNAMED,
        keeps=keeps,
        others=others,
        hides=hides,
        ground=OFFICIAL_ACT,
    )


DOOR = Door(
    name="rounds",
    title=_("Stellingenrondes"),
    holdings=(
        _unnamed(Submission, "decided_by", keeps=("explanation",), others=("text",)),
        _unnamed(Appeal, "answered_by", keeps=("answer",), others=("text",)),
        _unnamed(
            RoundProposal, "answered_by", keeps=("answer",), others=("question", "reason"), hides=("follow_hash",)
        ),
        _unnamed(Forwarding, "by", keeps=("to", "note")),
        _unnamed(Correction, "by", keeps=("was", "reason")),
        _unnamed(Postponement, "by", keeps=("reason",)),
        _unnamed(Participation, "entered_by", hides=("device_hash", "follow_hash")),
        _unnamed(PaperCard, "first_by", "second_by", others=("first", "second")),
    ),
    beside=(
        Beside(Receipt, why=_("van mensen zonder account; zij komen erbij met hun volgcode")),
        Beside(HelpRequest, why=_("van mensen zonder account; gaat weg dertig dagen na het doorgeven")),
    ),
)
