"""What waits for who runs rounds, on the front page: nobody who asks for help is found by chance."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Panel, Waiting
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.queries.overview import open_proposals, proposals_that_wait, rounds_of, rounds_that_wait
from meervoud_web.rounds.queries.proposals import is_late


def waiting_panel(person: Person | None) -> Panel | None:
    """List what waits, to those whose work it is."""
    if not rules.runs_rounds(person):
        return None
    lines, proposals = rounds_that_wait(), [(one, is_late(one)) for one in proposals_that_wait()]
    if not lines and not proposals:
        return None
    return Panel(template="rounds/staff/waiting.html", context={"lines": lines, "proposals": proposals}, order=1)


def waiting_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """What waits in one challenge, on its page, for those whose work it is."""
    if not rules.may_prepare(person, challenge):
        return []
    found = []
    for line in rounds_of(challenge, with_drafts=True):
        title, waits = line.round.conversation.title, line.waits
        if waits.help:
            found.append((_("%(title)s: iemand vraagt om hulp"), title, "rounds:help_requests", line, True))
        if waits.statements or waits.appeals:
            what = _("%(title)s: er zijn stellingen te lezen")
            found.append((what, title, "rounds:queue", line, waits.late > 0))
        if line.round.is_late:
            found.append((_("%(title)s: mensen wachten op een antwoord"), title, "rounds:manage", line, True))
    waiting = [
        Waiting(
            what=what % {"title": title},
            address=reverse(page, args=[line.round.pk]),
            challenge=challenge,
            is_late=is_late,
        )
        for what, title, page, line, is_late in found
    ]
    if proposals := open_proposals(challenge):
        what = ngettext("Een voorstel wacht op antwoord", "%(number)d voorstellen wachten op antwoord", proposals)
        address = reverse("rounds:proposals", args=[challenge.slug])
        waiting.append(Waiting(what=what % {"number": proposals}, address=address, challenge=challenge))
    return waiting
