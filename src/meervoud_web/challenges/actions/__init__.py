"""What can be done with challenges. The only place that writes them."""

from meervoud_web.challenges.actions.challenge import (
    ChallengeText,
    ChangedMeanwhileError,
    TitleTakenError,
    edit_challenge,
    edit_municipality,
    start_challenge,
)
from meervoud_web.challenges.actions.journal import forget, record, seal_journal

__all__ = [
    "ChallengeText",
    "ChangedMeanwhileError",
    "TitleTakenError",
    "edit_challenge",
    "edit_municipality",
    "forget",
    "record",
    "seal_journal",
    "start_challenge",
]
