"""What is remembered of challenges."""

from meervoud_web.challenges.models.challenge import Challenge, Status
from meervoud_web.challenges.models.involvement import WORKING_PARTS, Involvement, Part
from meervoud_web.challenges.models.journal import AppendOnlyError, JournalEntry, JournalSeal
from meervoud_web.challenges.models.link import Link, LinkKind
from meervoud_web.challenges.models.look import LastLook
from meervoud_web.challenges.models.municipality import Municipality
from meervoud_web.challenges.models.question import QuestionVersion

__all__ = [
    "WORKING_PARTS",
    "AppendOnlyError",
    "Challenge",
    "Involvement",
    "JournalEntry",
    "JournalSeal",
    "LastLook",
    "Link",
    "LinkKind",
    "Municipality",
    "Part",
    "QuestionVersion",
    "Status",
]
