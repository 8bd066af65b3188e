"""What the page of a challenge shows of society's own initiatives and proposals, and what waits for whom."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.challenges.rules import may_work_on
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.queries.proposals import answered_for, proposals_of, waiting_in
from meervoud_web.initiatives.queries.sightings import not_asked_too_long, sightings_of
from meervoud_web.people.models import Person

SHOWN = 3


def seen_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """What works in the city already; nothing where there is nothing for this person."""
    found, reads_along = list(sightings_of(challenge, person=person)), rules.reads_along(person, challenge)
    if not found and not reads_along:
        return None
    context = {
        "challenge": challenge,
        "sightings": found[:SHOWN],
        "more": max(len(found) - SHOWN, 0),
        "reads_along": reads_along,
    }
    return Panel(template="initiatives/seen_panel.html", context=context, order=20, movement=Movement.ACT)


def proposals_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """What is proposed: one's own, what one can answer, and what the others proposed once it was answered."""
    may_propose = rules.may_propose(person, challenge)
    found = list(proposals_of(challenge, person=person)) if rules.reads_along(person, challenge) else []
    if not found and not may_propose:
        return None
    first = sorted(found, key=lambda one: not one.waits)
    context = {
        "challenge": challenge,
        "proposals": first[:SHOWN],
        "more": max(len(found) - SHOWN, 0),
        "may_propose": may_propose,
    }
    return Panel(template="initiatives/proposals_panel.html", context=context, order=30, movement=Movement.ACT)


def waits_in(person: Person, challenge: Challenge) -> Iterator[Waiting]:
    """An answer is owed, an answer came, and somebody is to be asked whether we may learn."""
    for one in answered_for(person, challenge):
        yield Waiting(
            what=_("Er is antwoord op uw voorstel: %(what)s") % {"what": one},
            address=one.get_absolute_url(),
            challenge=challenge,
            since=max(answer.at for answer in one.answers.all()),
        )
    if not may_work_on(person, challenge):
        return
    for one in waiting_in(challenge):
        if rules.may_answer(person, one):
            yield Waiting(
                what=_("Een voorstel wacht op antwoord: %(what)s") % {"what": one},
                address=one.get_absolute_url(),
                challenge=challenge,
                since=one.proposed_at,
                is_late=one.is_late,
            )
    for seen in not_asked_too_long(challenge):
        yield Waiting(
            what=_("Vraag of wij mogen leren van: %(what)s") % {"what": seen},
            address=seen.get_absolute_url(),
            challenge=challenge,
            since=seen.entered_at,
        )
