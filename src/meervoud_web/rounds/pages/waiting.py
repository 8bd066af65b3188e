"""What waits for who runs rounds, on the front page: nobody who asks for help is found by chance."""

from __future__ import annotations

from meervoud_web.challenges.providers import Panel
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.queries.overview import proposals_that_wait, rounds_that_wait
from meervoud_web.rounds.queries.proposals import is_late


def waiting_panel(person: Person | None) -> Panel | None:
    """List what waits, to those whose work it is."""
    if not rules.runs_rounds(person):
        return None
    lines, proposals = rounds_that_wait(), [(one, is_late(one)) for one in proposals_that_wait()]
    if not lines and not proposals:
        return None
    return Panel(template="rounds/staff/waiting.html", context={"lines": lines, "proposals": proposals}, order=1)
