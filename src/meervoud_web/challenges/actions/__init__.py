"""What can be done with challenges. The only place that writes them."""

from meervoud_web.challenges.actions.challenge import (
    ChallengeText,
    ChallengeWords,
    TitleTakenError,
    edit_challenge,
    edit_municipality,
    start_challenge,
)
from meervoud_web.challenges.actions.involve import end_involvement, involve
from meervoud_web.challenges.actions.journal import forget, forget_texts, record, seal_journal
from meervoud_web.challenges.actions.look import look_at
from meervoud_web.challenges.actions.redact import CannotBeLeftError, NotThereError, redact
from meervoud_web.challenges.actions.thread import trace, untrace
from meervoud_web.challenges.actions.turn import ChangedMeanwhileError, ask_differently, turn_to

__all__ = [
    "CannotBeLeftError",
    "ChallengeText",
    "ChallengeWords",
    "ChangedMeanwhileError",
    "NotThereError",
    "TitleTakenError",
    "ask_differently",
    "edit_challenge",
    "edit_municipality",
    "end_involvement",
    "forget",
    "forget_texts",
    "involve",
    "look_at",
    "record",
    "redact",
    "seal_journal",
    "start_challenge",
    "trace",
    "turn_to",
    "untrace",
]
