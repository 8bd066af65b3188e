"""What is remembered of a stellingenronde that runs here: the round, who takes part, what they bring in."""

from .correction import Correction
from .help import Forwarding, HelpRequest
from .paper import PaperCard
from .participation import Participation, Receipt, Way
from .postponement import Postponement
from .proposal import RoundProposal
from .round import Moderation, Round, State
from .submission import Appeal, ModerationEntry, Rule, Submission, SubmissionState

__all__ = [
    "Appeal",
    "Correction",
    "Forwarding",
    "HelpRequest",
    "Moderation",
    "ModerationEntry",
    "PaperCard",
    "Participation",
    "Postponement",
    "Receipt",
    "Round",
    "RoundProposal",
    "Rule",
    "State",
    "Submission",
    "SubmissionState",
    "Way",
]
