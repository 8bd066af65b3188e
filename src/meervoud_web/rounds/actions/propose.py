"""Propose a round, and answer who did."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.conversations import actions as conversations
from meervoud_web.people.actions.attempts import Limit, write_down
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.codes import follow_hash
from meervoud_web.rounds.models import Round, RoundProposal

ANSWER_WITHIN = timedelta(days=21)
MOST_FROM_ONE_ADDRESS = 5
MOST_ON_ONE_CHALLENGE = 30


class ProposalAnsweredError(Exception):
    """Somebody else already answered."""


def propose_round(
    challenge: Challenge, *, question: str, reason: str, follow_code: str, address: str
) -> RoundProposal:
    """Write a proposal down under a follow code; sent again under the same code, it is the same one.

    Raises
    ------
    TooManyAttemptsError
        When too many came from one place, or about one challenge, in a quarter of an hour.
    """
    known = RoundProposal.objects.filter(follow_hash=follow_hash(follow_code)).first()
    if known is not None:
        return known
    write_down(
        [
            Limit("proposals-from", address, MOST_FROM_ONE_ADDRESS),
            Limit("proposals-on", str(challenge.pk), MOST_ON_ONE_CHALLENGE),
        ]
    )
    try:
        with transaction.atomic():
            return RoundProposal.objects.create(
                challenge=challenge,
                question=question,
                reason=reason,
                follow_hash=follow_hash(follow_code),
                answer_by=timezone.localdate() + ANSWER_WITHIN,
            )
    except IntegrityError:  # the same form, twice at once
        return RoundProposal.objects.get(follow_hash=follow_hash(follow_code))


def answer_proposal(proposal: RoundProposal, *, by: Person, is_taken_up: bool, answer: str) -> Round | None:
    """Take a proposal up, which begins a draft, or say why not. One answer: who comes second hears so."""
    if not rules.may_prepare(by, proposal.challenge):
        raise PermissionDenied
    with transaction.atomic():
        answered = RoundProposal.objects.filter(pk=proposal.pk, is_taken_up=None).update(
            is_taken_up=is_taken_up, answer=answer, answered_at=timezone.now(), answered_by=by
        )
        if not answered:
            raise ProposalAnsweredError
        challenges.record(
            challenge=proposal.challenge,
            by=by,
            verb="proposal-taken-up" if is_taken_up else "proposal-declined",
            thing=thing_of(proposal),
            why=answer,
        )
        if not is_taken_up:
            return None
        conversation = conversations.begin_conversation(
            challenge=proposal.challenge, title=proposal.question[:200], question=proposal.question, created_by=by
        )
        round_ = Round.objects.create(conversation=conversation)
        RoundProposal.objects.filter(pk=proposal.pk).update(round=round_)
        challenges.trace(thing_of(round_), sources=[thing_of(proposal)], challenge=proposal.challenge, by=by)
        return round_
