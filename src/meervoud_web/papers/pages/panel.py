"""Papers on the page of a challenge, and drafts that wait."""

from __future__ import annotations

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.papers import rules
from meervoud_web.papers.models import Paper
from meervoud_web.papers.queries.seen import papers_seen_by
from meervoud_web.people.models import Person

SHOWN = 3


def papers_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """The newest papers for this person, and for who may write the way to a next one."""
    may_write = rules.may_write(person, challenge)
    seen = list(papers_seen_by(person, challenge.papers.all())[:SHOWN])
    if not seen and not may_write:
        return None
    context = {"challenge": challenge, "papers": seen, "may_write": may_write}
    return Panel(template="papers/panel.html", context=context, order=70, movement=Movement.COURSE)


def waits_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """The drafts that this person began and did not set."""
    drafts = Paper.objects.filter(challenge=challenge, begun_by=person, set_at=None)
    return [
        Waiting(
            what=_("Concept: %(paper)s") % {"paper": paper},
            address=paper.get_absolute_url(),
            challenge=challenge,
            since=paper.changed_at,
        )
        for paper in papers_seen_by(person, drafts)
    ]
