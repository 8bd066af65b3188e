"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from meervoud_web.feedback.models import (
    Notice,
    NoticeAddress,
    Placing,
    Theme,
    ThemeAnswer,
    ThemePostponement,
    ThemeResult,
)
from meervoud_web.people.models import Person
from meervoud_web.people.personal import OFFICIAL_ACT, Beside, Door, Fate, Holding, OpenWork

WITHOUT_A_NAME = _("een adres waarvan niemand weet van wie het is; de link in elke mail haalt het weg")


def waits_for(person: Person) -> list[OpenWork]:
    """Themes that this person is to answer."""
    themes = Theme.objects.filter(keeper=person, weighed="").select_related("challenge")
    what = _now("Antwoord op thema: %(title)s")
    return [OpenWork(what=what % {"title": theme.title}, address=theme.get_absolute_url()) for theme in themes]


def _official(model: type[Model], *words: str, whose: str = "by", hides: tuple[str, ...] = ()) -> Holding:
    return Holding(model=model, whose=(whose,), fate=Fate.UNNAMED, keeps=words, hides=hides, ground=OFFICIAL_ACT)


DOOR = Door(
    name="feedback",
    title=_("Terugkoppeling"),
    holdings=(
        _official(Theme, "title", "about", whose="keeper"),
        _official(ThemeAnswer, "text", "elsewhere", "who", "reason"),
        _official(ThemePostponement, "reason"),
        _official(ThemeResult, "text"),
        _official(Placing, "addition", hides=("thing_kind",)),
    ),
    beside=(Beside(NoticeAddress, why=WITHOUT_A_NAME), Beside(Notice, why=WITHOUT_A_NAME)),
    waits=waits_for,
)
