"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.notes.actions.note import empty_notes
from meervoud_web.notes.models import (
    Friction,
    FrictionState,
    Note,
    Promise,
    PromiseChange,
    PromiseState,
    WeeklyMail,
)
from meervoud_web.people.models import Person
from meervoud_web.people.personal import OFFICIAL_ACT, Door, Fate, Holding, OpenWork


def _waits(person: Person) -> list[OpenWork]:
    """Promises that somebody waits for, and frictions that this person can lift."""
    promises = Promise.objects.filter(keeper=person, state=PromiseState.OPEN)
    frictions = Friction.objects.filter(lifter=person, state=FrictionState.OPEN)
    return [
        *(OpenWork(what=str(promise), address=promise.get_absolute_url()) for promise in promises),
        *(OpenWork(what=str(friction), address=friction.get_absolute_url()) for friction in frictions),
    ]


DOOR = Door(
    name="notes",
    title=_("Notities, toezeggingen en schuurplekken"),
    holdings=(
        Holding(
            model=Note,
            whose=("writer",),
            fate=Fate.EMPTIED,
            empties=("text",),
            ground=_("Alleen dat er een notitie was, zodat het journaal en de draad kloppen."),
            let_go=lambda notes, _erasure: empty_notes(notes),
        ),
        Holding(
            model=PromiseChange,
            whose=("promise__keeper",),
            fate=Fate.UNNAMED,
            keeps=("was", "reason"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=Promise,
            whose=("keeper",),
            fate=Fate.UNNAMED,
            keeps=("what", "outcome"),
            others=("to_whom",),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=Friction,
            whose=("lifter",),
            fate=Fate.UNNAMED,
            keeps=("what", "lifter_role", "outcome"),
            ground=OFFICIAL_ACT,
        ),
        Holding(model=WeeklyMail, whose=("person",), fate=Fate.GOES),
    ),
    waits=_waits,
)
