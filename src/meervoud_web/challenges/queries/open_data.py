"""What this app hands over as open data: how the question was asked, and the journal without names or reasons."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge, QuestionVersion
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.challenges.queries.challenge import questions_seen_by
from meervoud_web.challenges.queries.journal import journal_for, someone
from meervoud_web.challenges.queries.roles import name_of_role
from meervoud_web.challenges.things import Thing, kinds, shown_to
from meervoud_web.challenges.verbs import quiet_verbs, sentence_of
from meervoud_web.people.models import Person

HANDED_OVER = "dossier-made"
"""The verb of taking a dossier along; it stands in no dossier, or none would be the same twice."""


def _questions(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    versions = questions_seen_by(person, QuestionVersion.objects.filter(challenge=challenge))
    for one in versions.order_by("number"):
        yield one.number, timezone.localdate(one.at), one.question, one.reason


def _journal(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    inside = [kind.slug for kind in kinds().values() if kind.stays_inside]
    told = journal_for(challenge, person=person).exclude(verb=HANDED_OVER).exclude(thing_kind__in=inside)
    entries = list(told.order_by("at", "pk"))
    things = shown_to(person, {Thing(entry.thing_kind, entry.thing_id) for entry in entries})
    for entry in entries:
        shown = things.get(Thing(entry.thing_kind, entry.thing_id))
        role, title = name_of_role(entry.role), shown.title if shown else ""
        yield (
            timezone.localdate(entry.at),
            entry.verb,
            role,
            str(kinds()[entry.thing_kind].name),
            entry.thing_id,
            title,
            sentence_of(entry.verb).format(who=someone(role), what=title),
        )


QUESTIONS = Table(
    name="questions",
    title=_("De vraag, versie na versie"),
    description=_("Hoe de vraag van de opgave luidde, en waarom zij veranderde."),
    chapter=Chapter.QUESTION,
    columns=(
        Column("version", _("versie"), _("Het nummer van de versie; de hoogste geldt nu."), ColumnType.INTEGER),
        Column("date", _("sinds"), _("De dag waarop de vraag zo werd gesteld."), ColumnType.DATE),
        Column("question", _("vraag"), _("De vraag in deze versie.")),
        Column("reason", _("waarom"), _("Waarom de vraag veranderde; leeg bij de eerste versie.")),
    ),
    rows=_questions,
)
JOURNAL = Table(
    name="journal",
    title=_("Het verhaal van de opgave"),
    description=_("Wat er gebeurde, door wie in welke rol. Namen en persoonlijke teksten staan er niet in."),
    chapter=Chapter.JOURNAL,
    columns=(
        Column("date", _("dag"), _("De dag waarop het gebeurde."), ColumnType.DATE),
        Column("act", _("soort handeling"), _("Wat er gebeurde, als vast woord."), is_on_paper=False),
        Column("role", _("rol"), _("De rol van wie het deed; leeg als die er niet was."), is_on_paper=False),
        Column("kind", _("soort"), _("Waar het over gaat."), is_on_paper=False),
        Column("number", _("nummer"), _("Het nummer daarvan."), ColumnType.INTEGER, is_on_paper=False),
        Column("title", _("waarover"), _("Hoe het heet; leeg als het er niet meer is."), is_on_paper=False),
        Column("sentence", _("wat er gebeurde"), _("Hetzelfde in een zin.")),
    ),
    rows=_journal,
    is_row_on_paper=lambda row: row[1] not in quiet_verbs(),
)
TABLES = (QUESTIONS, JOURNAL)
