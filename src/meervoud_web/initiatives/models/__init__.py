"""What is remembered of what works in the city already, what we took from it, and what people propose."""

from meervoud_web.initiatives.models.proposal import (
    Proposal,
    ProposalAnswer,
    ProposalKind,
    ProposalState,
    ProposalVersion,
    Verdict,
)
from meervoud_web.initiatives.models.sighting import MayLearn, Sighting
from meervoud_web.initiatives.models.takeaway import Takeaway

__all__ = [
    "MayLearn",
    "Proposal",
    "ProposalAnswer",
    "ProposalKind",
    "ProposalState",
    "ProposalVersion",
    "Sighting",
    "Takeaway",
    "Verdict",
]
