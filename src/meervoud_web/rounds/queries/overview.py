"""Rounds as who runs them sees them: how far each is, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.reading import once_a_page
from meervoud_web.conversations.queries.assurance import is_for_the_room
from meervoud_web.conversations.queries.seeds import statement_counts
from meervoud_web.rounds.models import Appeal, HelpRequest, Round, RoundProposal, State
from meervoud_web.rounds.models import SubmissionState as Stand
from meervoud_web.rounds.queries.standing import Standing, standing_of


@dataclass(frozen=True)
class Waits:
    """What asks for somebody's eyes in a round."""

    statements: int = 0
    late: int = 0
    appeals: int = 0
    help: int = 0

    @property
    def anything(self) -> int:
        return self.statements + self.appeals + self.help


@dataclass(frozen=True)
class Line:
    """A round in the list on the page of a challenge."""

    round: Round
    standing: Standing
    statements: int
    waits: Waits

    @property
    def is_for_the_room(self) -> bool:
        return is_for_the_room(self.round.conversation)

    @property
    def is_draft(self) -> bool:
        return self.round.state == State.DRAFT


def round_for_staff(round_id: int) -> Round | None:
    """Find a round with what its pages need."""
    return Round.objects.select_related("conversation__challenge").filter(pk=round_id).first()


@once_a_page
def rounds_of(challenge: Challenge, *, with_drafts: bool) -> list[Line]:
    """The rounds of a challenge, newest first; those that run stand before those that are over."""
    found = Round.objects.filter(conversation__challenge=challenge).select_related("conversation__challenge")
    rounds = list(found if with_drafts else found.exclude(state=State.DRAFT))
    counts = statement_counts([one.conversation_id for one in rounds])
    waits = waits_of([one.pk for one in rounds]) if with_drafts else {}
    lines = [
        Line(one, standing_of(one), counts[one.conversation_id], waits.get(one.pk, Waits())) for one in rounds
    ]
    return sorted(lines, key=lambda line: ("open", "soon", "over", "answered").index(line.standing))


def waits_of(round_ids: list[int]) -> dict[int, Waits]:
    """What waits in each of these rounds."""
    now = timezone.now()
    waiting = Q(submissions__state=Stand.WAITING)
    statements = Round.objects.filter(pk__in=round_ids).annotate(
        waiting=Count("submissions", filter=waiting),
        late=Count("submissions", filter=waiting & Q(submissions__due_at__lt=now)),
    )
    appeals = Appeal.objects.filter(is_granted=None, submission__state=Stand.REFUSED)
    to_look_again = _counted(appeals.filter(submission__round__in=round_ids), by="submission__round")
    asked = _counted(HelpRequest.objects.filter(closed_at=None, round__in=round_ids), by="round")
    return {
        one.pk: Waits(one.waiting, one.late, to_look_again.get(one.pk, 0), asked.get(one.pk, 0))
        for one in statements
    }


def rounds_that_wait() -> list[Line]:
    """The rounds in which something asks for somebody's eyes: who needs help first, then what is late."""
    found = list(Round.objects.exclude(state=State.DRAFT).select_related("conversation__challenge"))
    waits = waits_of([one.pk for one in found])
    lines = [
        Line(one, standing_of(one), 0, waits[one.pk]) for one in found if waits[one.pk].anything or one.is_late
    ]
    return sorted(lines, key=lambda line: (not line.waits.help, not line.waits.late, not line.round.is_late))


def proposals_that_wait() -> list[RoundProposal]:
    """Proposals without an answer, the oldest promise first."""
    found = RoundProposal.objects.filter(is_taken_up=None).select_related("challenge")
    return list(found.order_by("answer_by", "pk"))


@once_a_page
def open_proposals(challenge: Challenge) -> int:
    """How many proposals still wait for an answer."""
    return RoundProposal.objects.filter(challenge=challenge, is_taken_up=None).count()


def _counted(rows: QuerySet[Any], *, by: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(by).annotate(Count("pk")))
