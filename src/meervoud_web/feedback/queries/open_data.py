"""What feedback hands over as open data: themes with their answers, and every earlier answer."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.feedback.models import ThemeAnswer
from meervoud_web.feedback.queries.seen import themes_seen_by
from meervoud_web.feedback.queries.themes import answered
from meervoud_web.people.models import Person

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _themes(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for one in answered(themes_seen_by(person, challenge.themes.order_by("pk"))):
        theme, answer = one.theme, one.answer
        yield (
            theme.pk,
            theme.title,
            theme.about,
            one.contributions,
            one.people,
            theme.answer_by,
            str(answer.get_weighed_display()) if answer else "",
            answer.text if answer else "",
            answer.who if answer else "",
            timezone.localdate(answer.at) if answer else None,
            theme.choice.what if theme.choice else "",
            " ".join(result.text for result in one.results),
        )


def _answers(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    themes = themes_seen_by(person, challenge.themes.all())
    for one in ThemeAnswer.objects.filter(theme__in=themes).order_by("theme", "number"):
        weighed = str(one.get_weighed_display())
        yield one.theme_id, one.number, timezone.localdate(one.at), weighed, one.text, one.who, one.reason


THEMES = Table(
    name="themes",
    title=_("Thema's"),
    description=_("Waar mensen iets over inbrachten, en wat ermee gedaan is."),
    chapter=Chapter.ANSWERS,
    order=10,
    columns=(
        Column("theme", _("nummer"), _("Het nummer van het thema."), NUMBER, is_on_paper=False),
        Column("title", _("thema"), _("Waar het over gaat.")),
        Column("about", _("wat mensen zeggen"), _("Wat mensen hierover zeggen, in het kort."), is_on_paper=False),
        Column("contributions", _("bijdragen"), _("Hoeveel bijdragen erbij staan."), NUMBER),
        Column(
            "people",
            _("mensen"),
            _("Hoeveel mensen dit inbrachten of erop reageerden; leeg onder vijf, geteld tot tweeduizend."),
            NUMBER,
        ),
        Column("answer_by", _("beloofd"), _("De dag waarop het antwoord er uiterlijk is."), DATE),
        Column("weighed", _("afweging"), _("Overgenomen, deels, niet, of hoort elders; leeg als het wacht.")),
        Column("answer", _("antwoord"), _("Het antwoord dat nu geldt, met de reden.")),
        Column("who", _("namens wie"), _("Namens wie het antwoord is gegeven.")),
        Column("answered_on", _("dag"), _("De dag van het antwoord."), DATE),
        Column("choice", _("keuze"), _("De keuze waarin het terechtkwam."), is_on_paper=False),
        Column("result", _("wat ervan kwam"), _("Wat er later van kwam.")),
    ),
    rows=_themes,
)
ANSWERS = Table(
    name="answers",
    title=_("Antwoorden, ook eerdere"),
    description=_("Elk antwoord dat op een thema is gegeven, met de reden waarom het veranderde."),
    chapter=Chapter.ANSWERS,
    order=20,
    columns=(
        Column("theme", _("thema"), _("Op welk thema het een antwoord is."), NUMBER, is_on_paper=False),
        Column("number", _("keer"), _("De hoeveelste keer."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag van het antwoord."), DATE),
        Column("weighed", _("afweging"), _("Overgenomen, deels, niet, of hoort elders.")),
        Column("answer", _("antwoord"), _("Het antwoord, met de reden.")),
        Column("who", _("namens wie"), _("Namens wie het antwoord is gegeven.")),
        Column("reason", _("waarom anders"), _("Waarom het antwoord veranderde; leeg bij het eerste.")),
    ),
    rows=_answers,
)
TABLES = (THEMES, ANSWERS)
