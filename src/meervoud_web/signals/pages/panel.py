"""Signals on the page of a challenge: what is there to see, and what waits to be read."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.queries.register import in_order, to_read, unread_too_long
from meervoud_web.signals.queries.seen import signals_of

SHOWN = 3


def signals_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """The signals that deserve attention most; nothing where there is nothing for this person."""
    signals, may_read = signals_of(challenge, person=person), rules.may_read(person, challenge)
    may_report = rules.may_report(person, challenge)
    lines = in_order(signals if may_read else signals.exclude(shown_as=""))
    if not lines and not may_report and not may_read:
        return None
    context = {
        "challenge": challenge,
        "lines": lines[:SHOWN],
        "more": max(0, len(lines) - SHOWN),
        "may_read": may_read,
        "may_report": may_report,
        "waits": to_read(challenge).count() if may_read else 0,
    }
    return Panel(template="signals/panel.html", context=context, order=20, movement=Movement.COURSE)


def waiting_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """Signals that nobody read within a week, for those whose work it is."""
    if not rules.may_read(person, challenge):
        return []
    late = list(unread_too_long(challenge).order_by("reported_at").values_list("reported_at", flat=True))
    if not late:
        return []
    what = ngettext("Een signaal is nog niet gelezen", "%(number)d signalen zijn nog niet gelezen", len(late))
    address = reverse("signals:queue", kwargs={"slug": challenge.slug})
    return [
        Waiting(
            what=what % {"number": len(late)}, address=address, challenge=challenge, since=late[0], is_late=True
        )
    ]
