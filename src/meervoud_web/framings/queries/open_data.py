"""What framings hand over as open data: each actor's view, the answers to three questions, the government's role.

Who speaks for an actor stays out; of the three questions only sums go along, and only to who reads them on screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.framings import rules
from meervoud_web.framings.models import FramingVersion
from meervoud_web.framings.queries.judgements import what_people_say
from meervoud_web.framings.queries.roles import topics_for
from meervoud_web.framings.queries.seen import versions_seen_by
from meervoud_web.people.models import Person

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _framings(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    versions = versions_seen_by(person, FramingVersion.objects.filter(framing__challenge=challenge))
    for one in versions.select_related("framing").order_by("framing__begun_at", "framing", "number"):
        yield (
            one.framing.actor,
            one.number,
            timezone.localdate(one.at),
            *(getattr(one, name) for name in ("words", *FramingVersion.PARTS)),
            str(one.get_recognised_display()),
        )


def _three_questions(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    if not rules.reads_along(person, challenge):
        return
    for question in what_people_say(challenge).questions:
        for level, (words, people) in enumerate(question.counts, start=1):
            yield question.words, level, words, people


def _roles(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for topic in topics_for(challenge, person=person, on=timezone.localdate()):
        for one in topic.said[::-1]:
            who = one.framing.actor if one.framing else ""
            yield (
                topic.topic.about,
                one.since,
                str(one.get_view_display()),
                who,
                one.rung,
                str(one.get_rung_display()),
                one.why,
            )


FRAMINGS = Table(
    name="framings",
    title=_("Kijken op de opgave"),
    description=_("Hoe ieder de opgave ziet, in eigen woorden, versie na versie."),
    chapter=Chapter.VIEWS,
    order=10,
    columns=(
        Column("actor", _("actor"), _("Van wie deze kijk is.")),
        Column("version", _("versie"), _("Het nummer van de versie."), NUMBER),
        Column("date", _("dag"), _("De dag waarop deze versie werd geschreven."), DATE),
        Column("words", _("in eigen woorden"), _("De opgave in de woorden van de actor.")),
        Column("problem", _("wat er aan de hand is"), _("Wat er aan de hand is.")),
        Column("cause", _("hoe dat komt"), _("Hoe dat komt.")),
        Column("responsibility", _("wie ervoor verantwoordelijk is"), _("Wie ervoor verantwoordelijk is.")),
        Column("value", _("wat er op het spel staat"), _("Wat er op het spel staat.")),
        Column("solution", _("wat zou helpen"), _("Wat zou helpen.")),
        Column("recognised", _("herkend"), _("Of de actor zich herkent in deze versie."), is_on_paper=False),
    ),
    rows=_framings,
    headed_by="actor",
)
THREE_QUESTIONS = Table(
    name="three-questions",
    title=_("Opgave of project"),
    description=_("Hoeveel mensen wat antwoordden op drie vragen. Onder vijf mensen staat er niets."),
    chapter=Chapter.VIEWS,
    order=20,
    columns=(
        Column("question", _("vraag"), _("De vraag.")),
        Column("level", _("trede"), _("1 is nee, 5 is ja."), NUMBER, is_on_paper=False),
        Column("answer", _("antwoord"), _("Het antwoord in woorden.")),
        Column("people", _("mensen"), _("Hoeveel mensen dat antwoordden."), NUMBER),
    ),
    rows=_three_questions,
)
ROLES = Table(
    name="government-roles",
    title=_("Rol van de overheid"),
    description=_("Hoe de rol van de overheid is, en hoe de gemeente en anderen haar willen, door de tijd."),
    chapter=Chapter.VIEWS,
    order=30,
    columns=(
        Column("about", _("waarin"), _("Waarin de overheid een rol heeft.")),
        Column("since", _("vanaf"), _("Vanaf welke dag dit geldt."), DATE),
        Column("view", _("waarvan"), _("Hoe het is, wat de gemeente wil, of wat een actor wil.")),
        Column("actor", _("actor"), _("Welke actor; leeg als het om de gemeente gaat.")),
        Column("rung", _("trede"), _("1 is loslaten, 5 is reguleren."), NUMBER, is_on_paper=False),
        Column("rung_says", _("rol"), _("De trede in woorden.")),
        Column("why", _("waarom"), _("De reden."), is_on_paper=False),
    ),
    rows=_roles,
)
TABLES = (FRAMINGS, THREE_QUESTIONS, ROLES)
