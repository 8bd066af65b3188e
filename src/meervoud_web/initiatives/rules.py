"""Who may write down what works in the city, and who may propose and answer. ``None`` is a visitor."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.challenges.rules import may_work_on
from meervoud_web.initiatives.models import Proposal, ProposalState, Sighting
from meervoud_web.people.models import Person


def reads_along(person: Person | None, challenge: Challenge) -> bool:
    """Read and write down what was seen in the city: who works here or has a part in the challenge."""
    return person is not None and person.is_active and (person.works_here or bool(parts_of(person, challenge)))


def may_keep(person: Person | None, sighting: Sighting) -> bool:
    """Change it, say what those who do it answered, take it away: who wrote it, and who works on the challenge."""
    if may_work_on(person, sighting.challenge):
        return True
    return person is not None and sighting.entered_by_id == person.pk and reads_along(person, sighting.challenge)


def may_take(person: Person | None, sighting: Sighting) -> bool:
    """Say what we took from it: who works on the challenge, once those who do it let us learn."""
    return sighting.may_be_learned_from and may_work_on(person, sighting.challenge)


def may_propose(person: Person | None, challenge: Challenge) -> bool:
    """Propose a trial or a point for the agenda: who has a part in the challenge."""
    return person is not None and person.is_active and bool(parts_of(person, challenge))


def owns(person: Person | None, proposal: Proposal) -> bool:
    """Write it otherwise, withdraw it, react to its answer: who proposed it, as long as they have a part."""
    return person is not None and proposal.proposer_id == person.pk and may_propose(person, proposal.challenge)


def may_answer(person: Person | None, proposal: Proposal) -> bool:
    """Answer: who works on the challenge, never one's own proposal, and the second time somebody else."""
    if person is None or proposal.proposer_id == person.pk or not may_work_on(person, proposal.challenge):
        return False
    return proposal.state != ProposalState.AGAIN or not proposal.answers.filter(by=person).exists()
