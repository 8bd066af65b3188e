"""What signals hand over as open data: everybody gets those that were shown, in the words they were shown in."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.people.models import Person
from meervoud_web.signals import rules
from meervoud_web.signals.models import Reading
from meervoud_web.signals.queries.seen import readings_seen_by, signals_of

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _signals(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    reads = rules.may_read(person, challenge)
    for one in signals_of(challenge, person=person).order_by("reported_at", "pk"):
        theme = str(one.get_theme_display()) if one.theme and reads else ""
        verdict = str(one.get_verdict_display()) if one.verdict else ""
        yield (
            one.pk,
            timezone.localdate(one.reported_at),
            # Once it is shown, only in the words that somebody chose for everyone, whoever the dossier is for.
            one.shown_as or one.seen,
            str(one.get_observer_display()) if reads else "",
            theme,
            verdict,
        )


def _readings(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    readings = readings_seen_by(person, Reading.objects.filter(signal__challenge=challenge))
    for one in readings.order_by("signal__reported_at", "signal", "number"):
        yield one.signal_id, one.number, timezone.localdate(one.at), str(one.get_verdict_display()), one.why


SIGNALS = Table(
    name="signals",
    title=_("Signalen"),
    description=_("Het onverwachte dat iemand zag, en hoe het is gelezen."),
    chapter=Chapter.SIGNALS,
    order=10,
    columns=(
        Column("signal", _("nummer"), _("Het nummer van het signaal."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag waarop het werd doorgegeven."), DATE),
        Column("seen", _("wat er opviel"), _("Wat er opviel.")),
        Column(
            "observer",
            _("gezien als"),
            _("In welke rol iemand het zag; alleen voor wie aan de opgave werkt."),
            is_on_paper=False,
        ),
        Column("theme", _("thema"), _("In welke hoek van de samenleving het speelt."), is_on_paper=False),
        Column("verdict", _("gelezen als"), _("Ruis, volgen, handelen of leren; leeg als dat nog wacht.")),
    ),
    rows=_signals,
)
READINGS = Table(
    name="readings",
    title=_("Duidingen van signalen"),
    description=_("Hoe een signaal elke keer is gelezen, met de reden. Alleen voor wie aan de opgave werkt."),
    chapter=Chapter.SIGNALS,
    order=20,
    columns=(
        Column("signal", _("signaal"), _("Over welk signaal het gaat."), NUMBER, is_on_paper=False),
        Column("number", _("keer"), _("De hoeveelste keer."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag van het lezen."), DATE),
        Column("verdict", _("gelezen als"), _("Ruis, volgen, handelen of leren.")),
        Column("why", _("waarom"), _("De reden.")),
    ),
    rows=_readings,
)
TABLES = (SIGNALS, READINGS)
