"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.people.models import Person
from meervoud_web.rounds.models import Round, RoundProposal, State


def rounds_seen_by(person: Person | None, rounds: QuerySet[Round]) -> QuerySet[Round]:
    """A draft is for whoever works here; a round that opened is for everyone who may see its challenge."""
    if person is not None and person.works_here:
        return rounds
    return rounds.exclude(state=State.DRAFT).filter(
        conversation__is_public=True, conversation__challenge__is_public=True
    )


def proposals_seen_by(person: Person | None, proposals: QuerySet[RoundProposal]) -> QuerySet[RoundProposal]:
    """What somebody proposes without an account is read by whoever works here."""
    return proposals if person is not None and person.works_here else proposals.none()


VERBS = {
    "round-opened": _("{who} opende de stellingenronde {what}"),
    "round-closed": _("{who} sloot de stellingenronde {what}"),
    "round-answered": _("{who} vertelde wat er gedaan is met de stellingenronde {what}"),
    "round-corrected": _("{who} verbeterde wat er gezegd is over de stellingenronde {what}"),
    "round-postponed": _("{who} verschoof de dag van terugkoppelen van {what}"),
    "statement-accepted": _("{who} liet een stelling meedoen in {what}"),
    "statement-refused": _("{who} liet een stelling niet meedoen in {what}"),
    "proposal-taken-up": _("{who} nam een voorstel over: {what}"),
    "proposal-declined": _("{who} nam een voorstel niet over: {what}"),
}
QUIET = frozenset({"statement-accepted", "statement-refused"})
KINDS = (
    Kind(
        slug="round",
        name=_("lopende stellingenronde"),
        model="rounds.Round",
        title=lambda round_: round_.conversation.title,
        # Not the page to take part on: its address holds the code, which for a round in a room is for the room.
        address=lambda round_: round_.conversation.get_absolute_url(),
        seen_by=rounds_seen_by,
        related=("conversation",),
    ),
    Kind(
        slug="proposal",
        name=_("voorstel voor een stellingenronde"),
        model="rounds.RoundProposal",
        title=lambda proposal: proposal.question,
        address=lambda proposal: reverse("rounds:proposals", args=[proposal.challenge.slug]),
        seen_by=proposals_seen_by,
        related=("challenge",),
    ),
)
