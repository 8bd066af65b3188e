"""The rounds in which everyone can take part now, on the front page, and the way in for who has a code."""

from __future__ import annotations

from meervoud_web.challenges.providers import Panel
from meervoud_web.people.models import Person
from meervoud_web.rounds.queries.open_now import open_now


def front_panel(person: Person | None) -> Panel:
    """Invite whoever comes along; a follow code is asked for long after its round closed."""
    return Panel(template="rounds/front.html", context={"rounds": open_now()}, order=5)
