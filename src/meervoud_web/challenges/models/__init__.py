"""What is remembered of challenges."""

from meervoud_web.challenges.models.challenge import Challenge, Status
from meervoud_web.challenges.models.involvement import WORKING_PARTS, Involvement, Part
from meervoud_web.challenges.models.journal import AppendOnlyError, JournalEntry, JournalSeal
from meervoud_web.challenges.models.link import Link, LinkKind
from meervoud_web.challenges.models.municipality import Municipality

__all__ = [
    "WORKING_PARTS",
    "AppendOnlyError",
    "Challenge",
    "Involvement",
    "JournalEntry",
    "JournalSeal",
    "Link",
    "LinkKind",
    "Municipality",
    "Part",
    "Status",
]
