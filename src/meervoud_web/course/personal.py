"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from meervoud_web.course.models import (
    Assumption,
    Choice,
    Dissent,
    DissentAddition,
    DissentAnswer,
    DissentVersion,
    Evidence,
    HandedLine,
    Handover,
    Judgement,
    MainLine,
    PublicValue,
    SecondLook,
)
from meervoud_web.people.models import Person
from meervoud_web.people.personal import OFFICIAL_ACT, Door, Fate, Holding, Loose, Record


def _of_the_course(model: type, *words: str, whose: str = "by") -> Holding:
    return Holding(model=model, whose=(whose,), fate=Fate.UNNAMED, keeps=words, ground=OFFICIAL_ACT)


def _beside_dissent(person: Person) -> Iterator[Record]:
    """What somebody wrote before they corrected their dissent, and what they added to it."""
    for version in DissentVersion.objects.filter(dissent__author=person).order_by("pk"):
        fields = ((str(_("wat zou u anders doen?")), version.otherwise), (str(_("waarom")), version.why))
        yield Record(kind=str(BESIDE_DISSENT), key=f"{version.dissent_id}-{version.number}", fields=fields)
    for added in DissentAddition.objects.filter(dissent__author=person).order_by("pk"):
        text = ((str(_("aanvulling")), added.text),)
        yield Record(kind=str(BESIDE_DISSENT), key=f"{added.dissent_id}+{added.pk}", fields=text)


BESIDE_DISSENT = _("eerdere teksten van tegenspraak, en aanvullingen")
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
        Holding(
            model=Handover,
            whose=("begun_by", "finished_by"),
            fate=Fate.UNNAMED,
            keeps=("administration", "former"),
            ground=OFFICIAL_ACT,
        ),
        _of_the_course(HandedLine, "was", "becomes", "reason", "decided_by", "mandate"),
        _of_the_course(Dissent, "otherwise", "why", "trade", whose="author"),
        _of_the_course(DissentAnswer, "reason", "decided_by"),
    ),
    loose=(
        Loose(
            title=BESIDE_DISSENT,
            models=(DissentVersion, DissentAddition),
            export=_beside_dissent,
            erase=lambda erasure: 0,
            fate=Fate.UNNAMED.value,
            ground=OFFICIAL_ACT,
        ),
    ),
)
