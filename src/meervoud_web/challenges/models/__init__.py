"""What is remembered of challenges."""

from meervoud_web.challenges.models.challenge import Challenge, Status
from meervoud_web.challenges.models.journal import AppendOnlyError, JournalEntry, JournalSeal
from meervoud_web.challenges.models.municipality import Municipality

__all__ = [
    "AppendOnlyError",
    "Challenge",
    "JournalEntry",
    "JournalSeal",
    "Municipality",
    "Status",
]
