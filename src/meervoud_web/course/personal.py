"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.course.models import (
    Assumption,
    Choice,
    Evidence,
    Judgement,
    MainLine,
    PublicValue,
    SecondLook,
)
from meervoud_web.people.personal import OFFICIAL_ACT, Door, Fate, Holding


def _of_the_course(model: type, *words: str, whose: str = "by") -> Holding:
    return Holding(model=model, whose=(whose,), fate=Fate.UNNAMED, keeps=words, ground=OFFICIAL_ACT)


DOOR = Door(
    name="course",
    title=_("Koers"),
    holdings=(
        _of_the_course(MainLine, "sentence", "why", "let_go_why"),
        _of_the_course(PublicValue, "name", "at_stake"),
        _of_the_course(Assumption, "title", "condition", "result", "because", "provided"),
        _of_the_course(Evidence, "text", "source"),
        _of_the_course(Judgement, "why", whose="judge"),
        _of_the_course(Choice, "what", "chosen_by", "mandate", "weighed", "on_monday", "courage"),
        _of_the_course(SecondLook, "why"),
    ),
)
