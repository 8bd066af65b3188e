"""After the elections a new college took the course of Meerdam over, and went through every main line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.course import actions
from meervoud_web.course.actions import Administration, LineAnswer
from meervoud_web.course.models import Verdict
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person

STARTED, FINISHED = 170, 150
"""How many days ago the new college started, and was done with the course."""
AGREEMENT = "coalitieakkoord, paragraaf zorg en samenleven"
COLLEGE = "het college, op voorstel van de wethouder"

ANSWERED = (
    LineAnswer(
        verdict=Verdict.CONFIRMED,
        reason="Hierover waren alle partijen het eens, ook die nu niet meebesturen.",
        decided_by=COLLEGE,
        mandate=AGREEMENT,
    ),
    LineAnswer(
        verdict=Verdict.CHANGED,
        becomes="Wie voor een ander zorgt, staat er nooit alleen voor, ook niet als de buurt het niet redt.",
        reason=(
            "De richting blijft. Maar het netwerk nam veel minder over dan gehoopt; dan moet er iemand anders "
            "zijn. Dat willen wij in de zin zelf zeggen."
        ),
        decided_by=COLLEGE,
        mandate=AGREEMENT,
    ),
    LineAnswer(
        verdict=Verdict.CONFIRMED,
        reason="Een vast gezicht kost meer per uur en minder per mens. Over een jaar laten wij dat de raad zien.",
        decided_by=COLLEGE,
        mandate=AGREEMENT,
    ),
    LineAnswer(
        verdict=Verdict.REVERSED,
        becomes="Elke wijk begint met wat daar nodig is, en legt uit waarom.",
        reason=(
            "Overal hetzelfde leek eerlijk, en werkte in Oost niet: daar woont bijna de helft alleen. Verschil "
            "mag, als het uit te leggen is."
        ),
        decided_by="de raad, met 19 stemmen voor en 12 tegen",
        mandate="motie bij de kadernota",
    ),
)
"""What the new college said of each main line, in the order in which they were written down."""


@transaction.atomic
def hand_over(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Hand the course over as the new college did: all of it or nothing, and once."""
    if challenge.handovers.exists():
        return
    manager = people["opgavemanager"]
    alderman = people.get("wethouder", manager)
    starts_on = today - timedelta(days=STARTED)
    year = starts_on.year
    with as_if_at(morning(starts_on)):
        given = Administration(
            administration=f"college {year}–{year + 4}", starts_on=starts_on, former=f"college {year - 4}–{year}"
        )
        handover = actions.begin_handover(challenge, by=manager, given=given, sources=[thing_of(challenge)])
    lines = challenge.main_lines.filter(let_go_at=None)
    for place, (line, answer) in enumerate(zip(lines, ANSWERED, strict=True)):
        with as_if_at(morning(starts_on + timedelta(days=5 * place))):
            actions.answer_line(handover, line, by=alderman, answer=answer, version=0)
    with as_if_at(morning(today - timedelta(days=FINISHED))):
        actions.finish_handover(handover, by=alderman)
