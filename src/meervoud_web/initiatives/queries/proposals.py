"""What is proposed, for who answers it and for who proposed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.challenges.providers import Waiting
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.initiatives.models import Proposal, ProposalState
from meervoud_web.initiatives.models.proposal import WAITS
from meervoud_web.initiatives.queries.seen import proposals_seen_by
from meervoud_web.notes.providers import Awaited
from meervoud_web.people.models import Person, Role

NEWS_FOR = timedelta(days=21)
"""How long an answer stands among what waits for who proposed it."""


def with_words(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Fetch with each proposal all that a page says of it, in a flat number of queries."""
    return proposals.select_related("challenge", "proposer").prefetch_related("versions", "answers__by")


def proposals_of(challenge: Challenge, *, person: Person | None) -> QuerySet[Proposal]:
    """What this person may read: what waits longest for its answer first."""
    return with_words(proposals_seen_by(person, Proposal.objects.filter(challenge=challenge)))


def proposed_by(person: Person) -> QuerySet[Proposal]:
    """What somebody proposed, over all challenges, the newest first."""
    return with_words(Proposal.objects.filter(proposer=person)).order_by("-proposed_at", "-pk")


def waiting_in(challenge: Challenge) -> QuerySet[Proposal]:
    """What waits for an answer in a challenge."""
    return with_words(Proposal.objects.filter(challenge=challenge, state__in=WAITS))


def answered_for(person: Person, challenge: Challenge) -> QuerySet[Proposal]:
    """What got its answer a short while ago, for who proposed it and has not said anything yet."""
    since = timezone.now() - NEWS_FOR
    mine = Proposal.objects.filter(challenge=challenge, proposer=person, state=ProposalState.ANSWERED)
    return with_words(mine.filter(answers__at__gt=since)).distinct()


def who_answer() -> QuerySet[Person]:
    """Whoever is mailed about proposals that wait: the opgavemanagers, so that nobody waits unseen."""
    return Person.objects.filter(pk__in=[pk for keys in _managers().values() for pk in keys], is_active=True)


def awaited_of(person: Person, until: date | None) -> list[Waiting]:
    """What waits for the answer of this person, as a line in a list or a mail."""
    return [
        Waiting(
            what=_("Antwoord op een voorstel: %(what)s") % {"what": one},
            address=one.get_absolute_url(),
            challenge=one.challenge,
            since=one.proposed_at,
            is_late=one.is_late,
            due_on=one.answer_by,
        )
        for one in to_answer_for(person, until)
    ]


def to_answer_for(person: Person, until: date | None) -> list[Proposal]:
    """What waits for the answer of this person, over all challenges, or only what is due by a day."""
    mine = [challenge for challenge, keys in _managers().items() if person.pk in keys]
    due = Q(answer_by__lte=until) if until else Q()
    waiting = Proposal.objects.filter(due, challenge__in=mine, state__in=WAITS).exclude(proposer=person)
    return [
        one
        for one in with_words(waiting)
        if one.state != ProposalState.AGAIN or person.pk not in {answer.by_id for answer in one.answers.all()}
    ]


def _managers() -> dict[int, Sequence[int]]:
    """For each challenge with a proposal that waits who manages it; where nobody does, everybody who could."""
    waiting = Proposal.objects.filter(state__in=WAITS).values_list("challenge", flat=True).distinct()
    held = Involvement.objects.filter(held_now(), role=Part.CHALLENGE_MANAGER, person__is_active=True)
    found: dict[int, list[int]] = {challenge: [] for challenge in waiting}
    for challenge, person in held.filter(challenge__in=found).values_list("challenge", "person"):
        found[challenge].append(person)
    if all(found.values()):
        return dict(found)
    today = timezone.localdate()
    holds = Q(assignments__role=Role.CHALLENGE_MANAGER, assignments__starts_on__lte=today) & (
        Q(assignments__ends_on__isnull=True) | Q(assignments__ends_on__gte=today)
    )
    everybody = list(Person.objects.filter(holds, is_active=True).values_list("pk", flat=True))
    return {challenge: keys or everybody for challenge, keys in found.items()}


AWAITED = Awaited(people=who_answer, of=awaited_of)
