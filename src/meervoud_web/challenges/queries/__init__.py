"""What can be asked about challenges."""

from meervoud_web.challenges.queries.challenge import (
    challenge_for,
    challenges_for,
    municipality_of_page,
    the_municipality,
)
from meervoud_web.challenges.queries.journal import journal_for, kinds_of, lines, newest_turn, years_of
from meervoud_web.challenges.queries.roles import involved_now, name_of_role, parts_of, role_of
from meervoud_web.challenges.queries.thread import thread_of

__all__ = [
    "challenge_for",
    "challenges_for",
    "involved_now",
    "journal_for",
    "kinds_of",
    "lines",
    "municipality_of_page",
    "name_of_role",
    "newest_turn",
    "parts_of",
    "role_of",
    "the_municipality",
    "thread_of",
    "years_of",
]
