"""Who sees what was seen in the city, what we took from it, and what is proposed: the one place that decides."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from meervoud_web.challenges.models import WORKING_PARTS, Involvement
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.rules import may_edit_challenges
from meervoud_web.initiatives.models import Proposal, ProposalState, Sighting, Takeaway
from meervoud_web.people.models import Person


def sightings_seen_by(person: Person | None, sightings: QuerySet[Sighting]) -> QuerySet[Sighting]:
    """Everybody reads, in an open challenge, what those who do it let us show; who has a part reads all of it."""
    return sightings.filter(_readable(person))


def takeaways_seen_by(person: Person | None, takeaways: QuerySet[Takeaway]) -> QuerySet[Takeaway]:
    """What we took from something is for whoever may see that."""
    return takeaways.filter(sighting__in=sightings_seen_by(person, Sighting.objects.all()))


def proposals_seen_by(person: Person | None, proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """One's own, those that one can answer, and, once answered, those of the others in the challenge."""
    if person is None:
        return proposals.none()
    if person.is_active and may_edit_challenges(person):
        return proposals
    own, works = Q(proposer=person), Q(challenge__in=_parts(person, working=True))
    answered = Q(state__in=(ProposalState.ANSWERED, ProposalState.AGAIN, ProposalState.SETTLED))
    others = answered if person.works_here else answered & Q(challenge__in=_parts(person))
    return proposals.filter(own | works | others)


def _readable(person: Person | None) -> Q:
    public = Q(shown_since__isnull=False, challenge__is_public=True)
    if person is None:
        return public
    # Not an empty Q(): "public, or" nothing would be only what is public.
    return Q(pk__isnull=False) if person.works_here else public | Q(challenge__in=_parts(person))


def _parts(person: Person, *, working: bool = False) -> QuerySet[Any, Any]:
    held = Involvement.objects.filter(held_now(), person=person)
    return (held.filter(role__in=WORKING_PARTS) if working else held).values("challenge")
