"""The rounds in which everyone can take part now, on the front page."""

from __future__ import annotations

from meervoud_web.challenges.providers import Panel
from meervoud_web.people.models import Person
from meervoud_web.rounds.queries.open_now import open_now


def front_panel(person: Person | None) -> Panel | None:
    """Invite whoever comes along."""
    rounds = open_now()
    return Panel(template="rounds/front.html", context={"rounds": rounds}, order=5) if rounds else None
