"""What is done with a round goes into the journal of its challenge: never what somebody said, only how many."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.things import thing_of
from meervoud_web.conversations.queries.seeds import amounts
from meervoud_web.people.models import Person
from meervoud_web.rounds.models import Round

FEWEST = 5
"""Below this many people a number could point at somebody."""


def note(round_: Round, *, by: Person, verb: str, why: str = "") -> None:
    """Record what is done with a round, in the transaction that does it."""
    conversation = round_.conversation
    challenges.record(
        challenge=conversation.challenge,
        by=by,
        verb=verb,
        thing=thing_of(round_),
        about=conversation.title,
        why=why,
    )


def tally(round_: Round) -> str:
    """How many people took part and how often they reacted, in the language of the house."""
    given = amounts(round_.conversation_id)
    with translation.override("nl"):
        if given["participants"] < FEWEST:
            return _("Minder dan %(fewest)d mensen deden mee.") % {"fewest": FEWEST}
        return _("%(participants)d mensen deden mee en gaven %(reactions)d reacties.") % given
