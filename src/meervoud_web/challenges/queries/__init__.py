"""What can be asked about challenges."""

from meervoud_web.challenges.queries.challenge import (
    challenge_for,
    challenges_for,
    municipality_of_page,
    the_municipality,
)
from meervoud_web.challenges.queries.roles import role_of

__all__ = ["challenge_for", "challenges_for", "municipality_of_page", "role_of", "the_municipality"]
