"""What the page of a challenge shows of how people see it, and what waits for whom."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.framings import queries, rules
from meervoud_web.framings.queries.beside import waiting_versions
from meervoud_web.people.models import Person


def framings_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """Who sees it how, whether it is a challenge at all, and the role of the government."""
    versions = queries.side_by_side(challenge, person=person)
    may_begin = rules.may_begin(person, challenge)
    reads_along = rules.reads_along(person, challenge)
    has_roles = challenge.government_topics.exists()
    if not (versions or may_begin or reads_along or has_roles):
        return None
    context = {
        "challenge": challenge,
        "versions": versions,
        "may_begin": may_begin,
        "reads_along": reads_along,
        "shows_roles": has_roles or rules.may_write_for_others(person, challenge),
    }
    return Panel(template="framings/panel.html", context=context, order=20, movement=Movement.SEE)


def waits_in(person: Person, challenge: Challenge) -> Iterator[Waiting]:
    """A framing waits for who speaks for the actor; one that was contested for who works on the challenge."""
    works = rules.may_write_for_others(person, challenge)
    for version in waiting_versions(challenge):
        framing = version.framing
        if version.is_waiting and framing.holder_id == person.pk:
            what = _("Herkent u zich in de kijk van {actor}?").format(actor=framing.actor)
            yield Waiting(what=what, address=version.get_absolute_url(), challenge=challenge, since=version.at)
        elif version.is_contested and works:
            what = _("{actor} betwist hoe hun kijk is opgeschreven").format(actor=framing.actor)
            address = version.get_absolute_url()
            yield Waiting(what=what, address=address, challenge=challenge, since=version.answered_at)
