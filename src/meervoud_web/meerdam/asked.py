"""How the question of Meerdam changed: twice in two years, the last time after the elections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course.models import Assumption
from meervoud_web.framings.models import FramingVersion
from meervoud_web.meerdam.course_words import NETWORK
from meervoud_web.meerdam.sides import CARERS, COUNCIL
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The question as it was asked since a number of days ago, and why."""

    days_ago: int
    question: str
    reason: str


WIDER = Asked(
    days_ago=435,
    question="Hoe kunnen mensen in Meerdam goed thuis blijven wonen, ook als het leven moeilijker wordt?",
    reason=(
        "Wij dachten aan ouderen, en aan minder zorg. In de wijken hoorden wij ook jonge mensen met een beperking "
        "en mensen die voor een ander zorgen. En langer thuis is alleen beter als het thuis ook goed is."
    ),
)
AFTER_THE_ELECTIONS = Asked(
    days_ago=148,
    question=(
        "Hoe kunnen mensen in Meerdam goed thuis blijven wonen, ook als het leven moeilijker wordt, zonder dat "
        "wie voor hen zorgt het alleen moet doen?"
    ),
    reason=(
        "Na de verkiezingen keek het nieuwe college opnieuw naar de vraag. Wij rekenden op buren die twee uur per "
        "week overnemen, en dat kwam er niet. Mantelzorgers zeiden het zelf: wij trekken het niet meer. Wie "
        "zorgt, hoort dus in de vraag."
    ),
)


@transaction.atomic
def ask_anew(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Let the question change as it did; telling it twice changes nothing."""
    if challenge.questions.count() > 1:
        return
    by = people["opgavemanager"]
    _ask(WIDER, challenge, by=by, sources=_framings(challenge, CARERS, COUNCIL), today=today)
    broken = [thing_of(one) for one in Assumption.objects.filter(challenge=challenge, title=NETWORK)]
    sources = [*broken, *_framings(challenge, CARERS)]
    _ask(AFTER_THE_ELECTIONS, challenge, by=by, sources=sources, today=today)


def _ask(asked: Asked, challenge: Challenge, *, by: Person, sources: list[Thing], today: date) -> None:
    challenge.refresh_from_db()
    with as_if_at(morning(today - timedelta(days=asked.days_ago))):
        challenges.ask_differently(
            challenge,
            by=by,
            question=asked.question,
            reason=asked.reason,
            sources=sources,
            version=challenge.version,
        )


def _framings(challenge: Challenge, *actors: str) -> list[Thing]:
    """How these actors saw it at first."""
    first = FramingVersion.objects.filter(framing__challenge=challenge, framing__actor__in=actors, number=1)
    return [thing_of(one) for one in first]
