"""What stories hand over as open data: those that their teller allows everyone to read, and what was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.challenges.rules import may_see
from meervoud_web.people.models import Person
from meervoud_web.stories.queries import chosen_seen_by

DATE, NUMBER = ColumnType.DATE, ColumnType.INTEGER


def _chosen(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    """Whoever it is made for: what is not for everyone stands in no file."""
    if may_see(person, challenge):
        rows = chosen_seen_by(None, challenge.chosen_stories.select_related("story__teller"))
        for one in rows.order_by("since", "until", "domain", "panel"):
            yield str(one.get_domain_display()), one.since, one.until, one.panel, one.considered, one.reason


CHOSEN = Table(
    name="chosen-stories",
    title=_("Gekozen verhalen"),
    description=_("Welke verandering een panel het meest betekenisvol vond, en waarom; zonder het verhaal zelf."),
    chapter=Chapter.SOCIETY,
    order=50,
    columns=(
        Column("domain", _("waarin"), _("Waarin er iets veranderde.")),
        Column("since", _("van"), _("Het begin van de periode."), DATE),
        Column("until", _("tot en met"), _("Het einde van de periode."), DATE),
        Column("panel", _("wie kozen"), _("Welk panel koos.")),
        Column("considered", _("gelezen"), _("Hoeveel verhalen het panel las."), NUMBER),
        Column("reason", _("waarom"), _("De reden van de keuze.")),
    ),
    rows=_chosen,
)
TABLES = (CHOSEN,)
