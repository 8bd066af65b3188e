"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.people.personal import OFFICIAL_ACT, Door, Fate, Holding
from meervoud_web.signals.models import Photo, Reading, Signal

DOOR = Door(
    name="signals",
    title=_("Signalen"),
    holdings=(
        Holding(model=Photo, whose=("signal__reporter",), fate=Fate.GOES),
        Holding(
            model=Signal,
            whose=("reporter",),
            fate=Fate.EMPTIED,
            empties=("seen", "place", "organisation"),
            keeps=("touches", "shown_as"),
            ground=_("Hoe de gemeente het signaal las en toonde (Archiefwet; artikel 17, lid 3, AVG)."),
        ),
        Holding(model=Reading, whose=("by",), fate=Fate.UNNAMED, keeps=("why",), ground=OFFICIAL_ACT),
    ),
)
