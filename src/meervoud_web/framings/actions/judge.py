"""Answering the three questions: is it a challenge or a project."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.framings import rules
from meervoud_web.framings.models import WickednessJudgement
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Judged:
    """Three answers with their reasons."""

    agreed: int
    agreed_why: str
    known: int
    known_why: str
    foreseen: int
    foreseen_why: str


def judge(challenge: Challenge, *, by: Person, judged: Judged, request_id: UUID) -> WickednessJudgement:
    """Keep what somebody answers now; sent twice, it is kept once. The journal never says what they answered."""
    if not rules.reads_along(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            kept = WickednessJudgement.objects.create(
                challenge=challenge, person=by, request_id=request_id, **vars(judged)
            )
            record(challenge=challenge, by=by, verb="three-questions-answered", thing=thing_of(challenge))
            return kept
    except IntegrityError:
        known = WickednessJudgement.objects.filter(request_id=request_id, person=by).first()
        if known is None:
            raise
        return known
