"""What promises and frictions hand over: only to who sees them on screen. Notes are somebody's own and stay home.

Who promised, to whom by name, and who can lift a friction stay out.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.notes.models import Friction, Promise
from meervoud_web.notes.queries.seen import frictions_seen_by, promises_seen_by
from meervoud_web.people.models import Person

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _promises(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for one in promises_seen_by(person, Promise.objects.filter(challenge=challenge)).order_by("due_on", "pk"):
        settled = timezone.localdate(one.settled_at) if one.settled_at else None
        to, state = str(one.get_to_display()), str(one.get_state_display())
        yield one.pk, timezone.localdate(one.made_at), one.what, to, one.due_on, state, settled, one.outcome


def _frictions(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for one in frictions_seen_by(person, Friction.objects.filter(challenge=challenge)).order_by("by_when", "pk"):
        settled = timezone.localdate(one.settled_at) if one.settled_at else None
        kind, state = str(one.get_kind_display()), str(one.get_state_display())
        yield (
            one.pk,
            timezone.localdate(one.raised_at),
            one.what,
            kind,
            one.lifter_role,
            one.by_when,
            state,
            settled,
            one.outcome,
        )


PROMISES = Table(
    name="promises",
    title=_("Toezeggingen"),
    description=_("Wat is toegezegd, en of het werd nagekomen. Alleen voor wie aan de opgave werkt."),
    chapter=Chapter.PROMISES,
    order=10,
    columns=(
        Column("promise", _("nummer"), _("Het nummer van de toezegging."), NUMBER, is_on_paper=False),
        Column("date", _("beloofd"), _("De dag waarop het werd beloofd."), DATE, is_on_paper=False),
        Column("what", _("toezegging"), _("Wat er is beloofd.")),
        Column("to", _("aan"), _("Aan een inwoner, een partner of de raad.")),
        Column("due", _("uiterlijk"), _("De dag waarop het er moet zijn."), DATE),
        Column("state", _("stand"), _("Of het is nagekomen.")),
        Column("settled", _("afgerond"), _("De dag waarop dat bleek."), DATE, is_on_paper=False),
        Column("outcome", _("hoe het liep"), _("Hoe het liep.")),
    ),
    rows=_promises,
)
FRICTIONS = Table(
    name="frictions",
    title=_("Schuurplekken"),
    description=_("Wat in de organisatie in de weg staat. Alleen voor wie ze op het scherm ziet."),
    chapter=Chapter.PROMISES,
    order=20,
    columns=(
        Column("friction", _("nummer"), _("Het nummer van de schuurplek."), NUMBER, is_on_paper=False),
        Column("date", _("voorgelegd"), _("De dag waarop zij werd voorgelegd."), DATE, is_on_paper=False),
        Column("what", _("wat in de weg staat"), _("Wat er in de weg staat.")),
        Column("kind", _("wat ontbreekt"), _("Mandaat, uren, budget of een regel.")),
        Column("lifter", _("wie het kan opheffen"), _("De rol van wie het kan opheffen; leeg bij een persoon.")),
        Column("by_when", _("nodig op"), _("De dag waarop wij het nodig hebben."), DATE),
        Column("state", _("stand"), _("Of zij is opgeheven.")),
        Column("settled", _("beantwoord"), _("De dag van het antwoord."), DATE, is_on_paper=False),
        Column("outcome", _("antwoord"), _("Het antwoord.")),
    ),
    rows=_frictions,
    headed_by="what",
)
TABLES = (PROMISES, FRICTIONS)
