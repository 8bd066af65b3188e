"""Proposals for a round as what people brought in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from django.utils.translation import gettext as _

from meervoud_web.challenges.contributions import Contribution, ContributionSource
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.rounds.models import RoundProposal


def proposals_brought(challenge: Challenge) -> Iterator[Contribution]:
    """Every proposal for a round on a challenge, oldest first."""
    for row in challenge.round_proposals.order_by("proposed_at", "pk"):
        yield Contribution(
            thing=Thing("proposal", row.pk),
            text=row.question,
            occasion=_("Voorstel voor een stellingenronde"),
            at=row.proposed_at,
        )


def people_behind_proposals(proposals: Mapping[int, Collection[int]]) -> dict[int, int]:
    """One person for each: who proposes gives no name."""
    return {key: len(some) for key, some in proposals.items()}


def proposals_left(keys: Collection[int]) -> list[int]:
    """Which of these are still kept."""
    return list(RoundProposal.objects.filter(pk__in=keys).values_list("pk", flat=True))


PROPOSALS = ContributionSource(
    kind="proposal", brought=proposals_brought, behind=people_behind_proposals, left=proposals_left
)
