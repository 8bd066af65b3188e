"""The rounds that run, on the page of a challenge."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.queries.overview import open_proposals, rounds_of


def rounds_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """Invite everyone to the rounds that are open; show who runs them what waits."""
    may_prepare = rules.may_prepare(person, challenge)
    lines = rounds_of(challenge, with_drafts=may_prepare)
    may_propose = rules.may_propose(person, challenge)
    if not lines and not may_prepare and not may_propose:
        return None
    context = {
        "challenge": challenge,
        "lines": lines,
        "may_prepare": may_prepare,
        "may_propose": may_propose,
        "proposals": open_proposals(challenge) if may_prepare else 0,
    }
    return Panel(template="rounds/panel.html", context=context, order=5, movement=Movement.SEE)
