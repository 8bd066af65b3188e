"""What this app hands over as open data: everybody gets what those who do it let us show."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.initiatives.models import Takeaway
from meervoud_web.initiatives.queries.proposals import proposals_of
from meervoud_web.initiatives.queries.seen import takeaways_seen_by
from meervoud_web.initiatives.queries.sightings import sightings_of
from meervoud_web.people.models import Person

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _sightings(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for one in sightings_of(challenge, person=person).order_by("entered_at", "pk"):
        learn = str(one.get_may_learn_display())
        yield one.pk, one.what, one.by_whom, one.place, one.since_year, one.shows, learn, one.conditions


def _takeaways(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for one in takeaways_seen_by(person, Takeaway.objects.filter(sighting__challenge=challenge)):
        yield one.sighting_id, timezone.localdate(one.at), one.what


def _proposals(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for one in proposals_of(challenge, person=person).order_by("proposed_at", "pk"):
        answer = max(one.answers.all(), key=lambda answer: answer.number, default=None)
        verdict, reason = (str(answer.get_verdict_display()), answer.reason) if answer else ("", "")
        day = timezone.localdate(one.proposed_at)
        yield one.pk, day, str(one.get_kind_display()), str(one), one.answer_by, verdict, reason


SIGHTINGS = Table(
    name="seen-in-the-city",
    title=_("Gezien in de stad"),
    description=_("Wat al werkt, gedaan door mensen en organisaties zelf. Namen van mensen staan er niet in."),
    chapter=Chapter.SOCIETY,
    order=10,
    columns=(
        Column("sighting", _("nummer"), _("Het nummer van wat gezien is."), NUMBER, is_on_paper=False),
        Column("what", _("wat werkt"), _("Wat er al werkt.")),
        Column("by_whom", _("wie dit doet"), _("De organisatie of de groep mensen die het doet.")),
        Column("place", _("waar"), _("Waar het gebeurt.")),
        Column("since_year", _("sinds"), _("Het jaar waarin het begon."), NUMBER),
        Column("shows", _("wat het laat zien"), _("Wat hier lukt.")),
        Column("may_learn", _("mogen wij leren"), _("Of de gemeente ervan mag leren, volgens wie dit doet.")),
        Column("conditions", _("voorwaarden"), _("Op welke voorwaarden dat mag."), is_on_paper=False),
    ),
    rows=_sightings,
)
TAKEAWAYS = Table(
    name="taken-from-the-city",
    title=_("Wat wij ervan meenamen"),
    description=_("Wat de gemeente anders doet door wat zij in de stad zag."),
    chapter=Chapter.SOCIETY,
    order=20,
    columns=(
        Column("sighting", _("gezien"), _("Het nummer van wat gezien is."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag waarop het is opgeschreven."), DATE),
        Column("what", _("wat nu anders gaat"), _("Wat de gemeente anders doet.")),
    ),
    rows=_takeaways,
)
PROPOSALS = Table(
    name="own-proposals",
    title=_("Voorgesteld door wie meedoet"),
    description=_(
        "Kleine proeven en punten voor de agenda, met het antwoord. Alleen voor wie bij de opgave hoort."
    ),
    chapter=Chapter.SOCIETY,
    order=30,
    columns=(
        Column("proposal", _("nummer"), _("Het nummer van het voorstel."), NUMBER, is_on_paper=False),
        Column("date", _("dag"), _("De dag waarop het is voorgesteld."), DATE),
        Column("kind", _("soort"), _("Een kleine proef of een punt voor de agenda.")),
        Column("what", _("voorstel"), _("Wat er is voorgesteld, zoals het laatst was opgeschreven.")),
        Column("answer_by", _("antwoord uiterlijk"), _("De dag die voor het antwoord beloofd is."), DATE),
        Column(
            "verdict", _("wat ermee gedaan is"), _("Overgenomen, deels, niet of elders; leeg als dat nog wacht.")
        ),
        Column("reason", _("waarom"), _("De reden van het antwoord.")),
    ),
    rows=_proposals,
)
TABLES = (SIGHTINGS, TAKEAWAYS, PROPOSALS)
