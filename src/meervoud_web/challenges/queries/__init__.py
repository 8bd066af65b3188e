"""What can be asked about challenges."""

from meervoud_web.challenges.queries.challenge import (
    challenge_for,
    challenges_for,
    municipality_of_page,
    the_municipality,
)
from meervoud_web.challenges.queries.journal import amounts_of, journal_for, lines, newest_turn
from meervoud_web.challenges.queries.roles import involved_now, name_of_role, parts_of, role_of
from meervoud_web.challenges.queries.thread import thread_of

__all__ = [
    "amounts_of",
    "challenge_for",
    "challenges_for",
    "involved_now",
    "journal_for",
    "lines",
    "municipality_of_page",
    "name_of_role",
    "newest_turn",
    "parts_of",
    "role_of",
    "the_municipality",
    "thread_of",
]
