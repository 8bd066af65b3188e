"""Answering a proposal with a reason, and the one reaction of who proposed it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from meervoud_web.challenges import clock
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.actions.propose import ANSWER_WITHIN, RewrittenMeanwhileError, note, take_hold
from meervoud_web.initiatives.models import Proposal, ProposalAnswer, ProposalState, Verdict
from meervoud_web.people.mail import send
from meervoud_web.people.models import Person
from meervoud_web.ui.addresses import site_address


class AnsweredMeanwhileError(Exception):
    """Somebody else answered, or the proposal was written otherwise since this person opened it."""


@dataclass(frozen=True, kw_only=True)
class AnswerWords:
    """What is done with it, and why."""

    verdict: Verdict
    reason: str


@transaction.atomic
def answer_proposal(proposal: Proposal, *, by: Person, words: AnswerWords, number: int) -> None:
    """Answer version ``number``. From now on the others in the challenge read the proposal and its answer too."""
    if not rules.may_answer(by, proposal):
        raise PermissionDenied
    try:
        found = take_hold(proposal, states=[ProposalState.OPEN, ProposalState.AGAIN])
    except RewrittenMeanwhileError as error:
        raise AnsweredMeanwhileError(proposal.pk) from error
    if found.newest.number != number or not rules.may_answer(by, found):
        raise AnsweredMeanwhileError(proposal.pk)
    is_second = found.state == ProposalState.AGAIN
    ProposalAnswer.objects.create(
        proposal=found, number=2 if is_second else 1, about_version=number, by=by, **vars(words)
    )
    found.state = ProposalState.SETTLED if is_second else ProposalState.ANSWERED
    found.save(update_fields=["state"])
    note(found, by=by, verb=f"proposal-answered-{words.verdict}", about=found.newest.what, why=words.reason)
    transaction.on_commit(partial(_tell, found), robust=True)


@transaction.atomic
def react(proposal: Proposal, *, by: Person, reaction: str, asks_again: bool) -> None:
    """Say once what one makes of the answer, and perhaps ask that somebody else looks again, in time as well."""
    if not rules.owns(by, proposal):
        raise PermissionDenied
    found = take_hold(proposal, states=[ProposalState.ANSWERED])
    found.reaction, found.reacted_at = reaction, clock.now()
    found.state = ProposalState.AGAIN if asks_again else ProposalState.SETTLED
    if asks_again:
        found.answer_by = timezone.localdate(clock.now()) + ANSWER_WITHIN
    found.save(update_fields=["reaction", "reacted_at", "state", "answer_by"])
    verb = "proposal-again" if asks_again else "proposal-reacted"
    note(found, by=by, verb=verb, about=found.newest.what, why=reaction)


def _tell(proposal: Proposal) -> None:
    """Mail who proposed it that there is an answer; what it says is on the page."""
    to = proposal.proposer
    if to is None or not to.is_active:
        return
    with translation.override(to.language):
        send(
            to=to,
            subject=_("Er is antwoord op uw voorstel"),
            template="initiatives/mail/answered.txt",
            context={"person": to, "proposal": proposal, "site": site_address()},
        )
