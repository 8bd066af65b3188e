"""Proposals of who is in position as what people brought in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from django.db.models import QuerySet

from meervoud_web.challenges.contributions import Contribution, ContributionSource
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.initiatives.models import Proposal, ProposalState


def proposals_brought(challenge: Challenge) -> Iterator[Contribution]:
    """Every proposal on a challenge that was not withdrawn, oldest first."""
    rows = _standing(challenge.own_proposals.order_by("proposed_at", "pk")).prefetch_related("versions")
    for row in rows:
        yield Contribution(
            thing=Thing("own-proposal", row.pk),
            text=row.newest.what,
            occasion=str(row.get_kind_display()),
            at=row.proposed_at,
        )


def people_behind_proposals(proposals: Mapping[int, Collection[int]]) -> dict[int, int]:
    """How many different people proposed each collection."""
    asked = {one for some in proposals.values() for one in some}
    who = dict(Proposal.objects.filter(pk__in=asked).values_list("pk", "proposer")) if asked else {}
    # Of whom nothing is known any more counts as one each.
    return {key: len({who[one] or -one for one in some if one in who}) for key, some in proposals.items()}


def proposals_left(keys: Collection[int]) -> list[int]:
    """Which of these still stand."""
    return list(_standing(Proposal.objects.filter(pk__in=keys)).values_list("pk", flat=True))


def _standing(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return proposals.exclude(state=ProposalState.WITHDRAWN)


PROPOSALS = ContributionSource(
    kind="own-proposal", brought=proposals_brought, behind=people_behind_proposals, left=proposals_left
)
