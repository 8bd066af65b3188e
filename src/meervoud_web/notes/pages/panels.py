"""Notes, promises and frictions on the page of a challenge and on the front page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.notes import queries, rules
from meervoud_web.notes.forms import NoteForm
from meervoud_web.notes.models import FrictionState, PromiseState
from meervoud_web.people.models import Person

SHOWN = 3
BUTTONS = 5
"""Challenges on which one can note from the front page; the others are one click further."""


def notes_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """One field for a note of twenty seconds, the newest notes, and what was promised."""
    if person is None or not rules.may_note(person, challenge):
        return None
    promises = list(challenge.promises.filter(state=PromiseState.OPEN).select_related("keeper"))
    context = {
        "challenge": challenge,
        "form": NoteForm(),
        "notes": queries.notes_seen_by(person, challenge.notes.select_related("writer"))[:SHOWN],
        "me": person,
        "promises": promises[:SHOWN],
        "more": max(len(promises) - SHOWN, 0),
    }
    return Panel(template="notes/panel.html", context=context, order=1, movement=Movement.ACT)


def frictions_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """What blocks us: for who works on the challenge, and for who can lift it."""
    if person is None:
        return None
    seen = queries.frictions_seen_by(person, challenge.frictions.select_related("lifter"))
    waiting = list(seen.filter(state=FrictionState.OPEN))
    may_note = rules.may_note(person, challenge)
    if not waiting and not (may_note and challenge.frictions.exists()):
        return None
    context = {"challenge": challenge, "frictions": waiting, "may_note": may_note}
    return Panel(template="notes/frictions_panel.html", context=context, order=60, movement=Movement.COURSE)


def my_panel(person: Person | None) -> Panel | None:
    """On the front page: note something, and who waits for me."""
    if person is None:
        return None
    challenges = list(queries.worked_on_by(person)[:BUTTONS])
    waiting = queries.waiting_for_me(person)
    if not challenges and not waiting:
        return None
    context = {"challenges": challenges, "count": waiting.count, "late": waiting.late}
    return Panel(template="notes/front.html", context=context, order=0)


def waits_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """What waits for this person in one challenge: their promises, and what they can lift."""
    waiting = queries.waiting_for_me(person)
    promises = [
        Waiting(
            what=_("Toezegging: %(what)s") % {"what": one.what},
            address=one.get_absolute_url(),
            challenge=challenge,
            since=one.made_at,
            is_late=one.is_late,
        )
        for one in waiting.promises
        if one.challenge_id == challenge.pk
    ]
    frictions = [
        Waiting(
            what=_("Schuurplek: %(what)s") % {"what": one.what},
            address=one.get_absolute_url(),
            challenge=challenge,
            since=one.raised_at,
            is_late=one.is_late,
        )
        for one in waiting.frictions
        if one.challenge_id == challenge.pk
    ]
    return promises + frictions
