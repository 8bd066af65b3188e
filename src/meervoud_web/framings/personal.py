"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meervoud_web.framings.models import Framing, FramingVersion, LadderPosition, WickednessJudgement
from meervoud_web.people.models import Person
from meervoud_web.people.personal import Door, Fate, Holding, OpenWork

OF_THE_ACTOR = _(
    "De kijk is van de actor, niet van wie namens de actor sprak (Archiefwet; artikel 17, lid 3, AVG)."
)


def _waits(person: Person) -> list[OpenWork]:
    """The actors for whom this person speaks: somebody else has to."""
    held = Framing.objects.filter(holder=person).select_related("challenge")
    said = gettext("spreekt voor %(actor)s")
    return [OpenWork(what=said % {"actor": one.actor}, address=one.get_absolute_url()) for one in held]


DOOR = Door(
    name="framings",
    title=_("Kijken op de opgave"),
    holdings=(
        Holding(model=Framing, whose=("holder",), fate=Fate.UNNAMED, keeps=("actor",), ground=OF_THE_ACTOR),
        Holding(
            model=FramingVersion,
            whose=("by",),
            fate=Fate.UNNAMED,
            keeps=(*FramingVersion.PARTS, "words", "reason", "contest"),
            ground=OF_THE_ACTOR,
        ),
        Holding(model=WickednessJudgement, whose=("person",), fate=Fate.GOES),
        Holding(model=LadderPosition, whose=("by",), fate=Fate.UNNAMED, keeps=("why",), ground=OF_THE_ACTOR),
    ),
    waits=_waits,
)
