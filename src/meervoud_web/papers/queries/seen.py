"""Who sees which papers: the one place that decides. A visitor sees none of them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import WORKING_PARTS, Challenge, Involvement, Part
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.rules import may_edit_challenges
from meervoud_web.papers.models import Paper, PaperKind
from meervoud_web.people.models import Person, Role

PRINCIPALS = frozenset({Part.POLITICAL_PRINCIPAL, Part.ADMINISTRATIVE_PRINCIPAL, *WORKING_PARTS})
"""Who reads every paper that is set: for whom it is made, and who works on the challenge."""
COUNCIL = frozenset({Part.COUNCIL_MEMBER, Part.CLERK})
FOR_THE_COUNCIL = (PaperKind.COUNCIL_LETTER, PaperKind.STARTING_NOTE)


def papers_seen_by(person: Person | None, papers: QuerySet[Paper]) -> QuerySet[Paper]:
    """Who writes reads drafts too. Everybody else waits until a paper is set, and until its embargo is over.

    The council reads what is for the council: every council member and clerk of the house, and who has such a
    part in the challenge. The cover for the executive is for the principals.
    """
    if person is None or not person.is_active:
        return papers.none()
    if may_edit_challenges(person):
        return papers
    out = Q(set_at__isnull=False) & (Q(embargo_until__isnull=True) | Q(embargo_until__lte=clock.now()))
    council = Q(kind__in=FOR_THE_COUNCIL)
    if not person.has_role(Role.COUNCIL_MEMBER, Role.CLERK):
        council &= Q(challenge__in=_with_part(person, *COUNCIL))
    principals = Q(challenge__in=_with_part(person, *PRINCIPALS))
    writes = Q(challenge__in=_with_part(person, Part.CHALLENGE_MANAGER))
    return papers.filter(writes | (out & (council | principals)))


def _with_part(person: Person, *parts: Part) -> QuerySet[Challenge]:
    held = Involvement.objects.filter(held_now(), person=person, role__in=parts)
    return Challenge.objects.filter(pk__in=held.values("challenge"))
