"""Proposing a trial or a point for the agenda, writing it otherwise, and withdrawing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge, Involvement
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.models import Proposal, ProposalKind, ProposalState, ProposalVersion
from meervoud_web.people.models import Person

ANSWER_WITHIN = timedelta(days=21)
"""What we promise whoever proposes something: an answer within three weeks, as for a round that is proposed."""


class RewrittenMeanwhileError(Exception):
    """It was written otherwise, withdrawn or answered since this person opened it."""


@dataclass(frozen=True, kw_only=True)
class ProposalWords:
    """What is proposed, why, and how it can begin small."""

    what: str
    why: str
    how: str = ""


def propose(
    challenge: Challenge,
    *,
    by: Person,
    kind: ProposalKind,
    words: ProposalWords,
    sources: Sequence[Thing],
    request_id: UUID,
) -> Proposal:
    """Put something before who works on the challenge; sent twice, it is put once."""
    part = _part_of(by, challenge)
    if part is None or not rules.may_propose(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            proposal = Proposal.objects.create(
                challenge=challenge,
                kind=kind,
                proposer=by,
                part=part.role,
                organisation=part.organisation,
                answer_by=timezone.localdate(clock.now()) + ANSWER_WITHIN,
                request_id=request_id,
            )
            ProposalVersion.objects.create(proposal=proposal, number=1, **vars(words))
            trace(thing_of(proposal), sources=sources, challenge=challenge, by=by)
            note(proposal, by=by, verb=f"{kind}-proposed", about=words.what)
            return proposal
    except IntegrityError:
        known = Proposal.objects.filter(request_id=request_id, challenge=challenge, proposer=by).first()
        if known is None:
            raise PermissionDenied from None
        return known


@transaction.atomic
def rewrite_proposal(proposal: Proposal, *, by: Person, words: ProposalWords, reason: str, number: int) -> None:
    """Write it otherwise after version ``number``, as long as nobody answered. The promised day stays."""
    found = _own(proposal, by=by, number=number)
    ProposalVersion.objects.create(proposal=found, number=number + 1, reason=reason, **vars(words))
    note(found, by=by, verb="proposal-rewritten", about=words.what, why=reason)


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, by: Person, number: int) -> None:
    """Take it back, as long as nobody answered; it stays readable for who proposed it and who would answer."""
    found = _own(proposal, by=by, number=number)
    found.state = ProposalState.WITHDRAWN
    found.save(update_fields=["state"])
    note(found, by=by, verb="proposal-withdrawn", about=found.newest.what)


def take_hold(proposal: Proposal, *, states: Sequence[ProposalState]) -> Proposal:
    """Hold on to a proposal that is still in one of ``states``."""
    held = Proposal.objects.select_for_update(of=("self",)).select_related("challenge")
    found = held.filter(pk=proposal.pk, state__in=states).first()
    if found is None:
        raise RewrittenMeanwhileError(proposal.pk)
    return found


def _own(proposal: Proposal, *, by: Person, number: int) -> Proposal:
    if not rules.owns(by, proposal):
        raise PermissionDenied
    found = take_hold(proposal, states=[ProposalState.OPEN])
    if found.newest.number != number:
        raise RewrittenMeanwhileError(proposal.pk)
    return found


def _part_of(person: Person, challenge: Challenge) -> Involvement | None:
    held = Involvement.objects.filter(held_now(), person=person, challenge=challenge)
    return min(held, key=lambda part: part.place, default=None)


def note(proposal: Proposal, *, by: Person, verb: str, about: str, why: str = "") -> None:
    """Write down in the journal what was done; who may not read it does not read this either."""
    record(challenge=proposal.challenge, by=by, verb=verb, thing=thing_of(proposal), about=about, why=why)
