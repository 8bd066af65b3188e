"""What handovers hand over as open data; and of dissent only what its author allows, never with a name."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.challenges.rules import may_see
from meervoud_web.course.models import HandedLine, Openness
from meervoud_web.people.models import Person

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _handed(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    if may_see(person, challenge):
        over = HandedLine.objects.filter(handover__challenge=challenge, handover__finished_at__isnull=False)
        for one in over.select_related("handover"):
            yield (
                one.line_id,
                one.handover.administration,
                one.handover.starts_on,
                str(one.get_verdict_display()),
                one.was,
                one.becomes,
                one.reason,
                one.decided_by,
                one.mandate,
            )


def _dissents(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    if may_see(person, challenge):
        for one in challenge.dissents.exclude(openness=Openness.INTERNAL):
            yield one.choice_id, timezone.localdate(one.at), one.trade, one.otherwise, one.why


HANDED = Table(
    name="handed-lines",
    title=_("Overgedragen hoofdlijnen"),
    description=_("Wat elk nieuw bestuur met een hoofdlijn deed, en waarom."),
    chapter=Chapter.COURSE,
    order=15,
    columns=(
        Column("line", _("hoofdlijn"), _("Het nummer van de hoofdlijn."), NUMBER, is_on_paper=False),
        Column("administration", _("bestuur"), _("Het nieuwe bestuur.")),
        Column("starts_on", _("vanaf"), _("De dag waarop het nieuwe bestuur begon."), DATE),
        Column("verdict", _("wat ermee gebeurde"), _("Bevestigd, gewijzigd of gekeerd.")),
        Column("was", _("zoals zij was"), _("De hoofdlijn zoals zij was.")),
        Column("becomes", _("zoals zij werd"), _("De nieuwe zin; leeg als de zin bleef of verviel.")),
        Column("reason", _("waarom"), _("De reden.")),
        Column("decided_by", _("door wie"), _("Welk orgaan of welke rol dit zei."), is_on_paper=False),
        Column("mandate", _("mandaat"), _("Met welk mandaat."), is_on_paper=False),
    ),
    rows=_handed,
)
DISSENTS = Table(
    name="dissents",
    title=_("Tegenspraak"),
    description=_(
        "Wat vakmensen anders zouden doen, voor zover zij goedvonden dat iedereen het leest; zonder naam."
    ),
    chapter=Chapter.CHOICES,
    order=30,
    columns=(
        Column("choice", _("keuze"), _("Bij welke keuze; leeg bij de hele koers."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag waarop het is vastgelegd."), DATE),
        Column("trade", _("vanuit welk vak"), _("Vanuit welk vak iemand dit zegt.")),
        Column("otherwise", _("wat anders"), _("Wat iemand anders zou doen.")),
        Column("why", _("waarom"), _("De reden.")),
    ),
    rows=_dissents,
)
TABLES = (HANDED, DISSENTS)
