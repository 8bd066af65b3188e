"""Proposals for a round, for who answers them and for who made them."""

from __future__ import annotations

from django.db.models import F, QuerySet
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.rounds.codes import follow_hash
from meervoud_web.rounds.models import RoundProposal


def proposal_by_follow_code(code: str) -> RoundProposal | None:
    """Find the proposal that belongs to a follow code, however it was typed."""
    found = RoundProposal.objects.select_related("challenge", "round__conversation")
    return found.filter(follow_hash=follow_hash(code)).first()


def proposals_for(challenge: Challenge) -> QuerySet[RoundProposal]:
    """Every proposal on a challenge: those without an answer first, the oldest promise on top."""
    found = RoundProposal.objects.filter(challenge=challenge).select_related("round", "challenge")
    return found.order_by(F("is_taken_up").asc(nulls_first=True), "answer_by", "pk")


def is_late(proposal: RoundProposal) -> bool:
    """Whether somebody should have had an answer by now."""
    return proposal.is_taken_up is None and proposal.answer_by < timezone.localdate()
