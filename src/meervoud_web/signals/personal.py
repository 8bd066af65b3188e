"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.personal import GONE, OFFICIAL_ACT, Beside, Door, Erasure, Fate, Holding
from meervoud_web.signals.models import Photo, Reading, Signal


def _empty_signals(signals: QuerySet[Signal], _erasure: Erasure) -> None:
    """The words of who reported it go, and the photo."""
    Photo.objects.filter(signal__in=signals).delete()
    signals.update(seen=GONE, place="", organisation="", reporter=None)


DOOR = Door(
    name="signals",
    title=_("Signalen"),
    holdings=(
        Holding(
            model=Signal,
            whose=("reporter",),
            fate=Fate.EMPTIED,
            empties=("seen", "place", "organisation"),
            keeps=("touches", "shown_as"),
            let_go=_empty_signals,
            ground=_("Hoe de gemeente het signaal las en toonde (Archiefwet; artikel 17, lid 3, AVG)."),
        ),
        Holding(model=Reading, whose=("by",), fate=Fate.UNNAMED, keeps=("why",), ground=OFFICIAL_ACT),
    ),
    beside=(Beside(Photo, why=_("hoort bij het signaal, en gaat weg met de woorden daarvan")),),
)
