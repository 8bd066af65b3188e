"""What can be done with challenges. The only place that writes them."""

from meervoud_web.challenges.actions.challenge import (
    ChallengeText,
    ChangedMeanwhileError,
    TitleTakenError,
    edit_challenge,
    edit_municipality,
    start_challenge,
)
from meervoud_web.challenges.actions.involve import end_involvement, involve
from meervoud_web.challenges.actions.journal import forget, record, seal_journal
from meervoud_web.challenges.actions.thread import trace

__all__ = [
    "ChallengeText",
    "ChangedMeanwhileError",
    "TitleTakenError",
    "edit_challenge",
    "edit_municipality",
    "end_involvement",
    "forget",
    "involve",
    "record",
    "seal_journal",
    "start_challenge",
    "trace",
]
