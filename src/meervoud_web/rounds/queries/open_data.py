"""What rounds that ran here hand over as open data: what was said beforehand, and what was done with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Row, Table
from meervoud_web.people.models import Person
from meervoud_web.rounds.kinds import rounds_seen_by
from meervoud_web.rounds.models import Round, State

NUMBER, DATE = ColumnType.INTEGER, ColumnType.DATE


def _rounds(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    rounds = rounds_seen_by(person, Round.objects.filter(conversation__challenge=challenge))
    for one in rounds.exclude(state=State.DRAFT).select_related("conversation").order_by("conversation"):
        yield (
            one.conversation_id,
            one.conversation.title,
            str(one.get_state_display()),
            one.fixed,
            one.negotiable,
            one.decider,
            one.how_heard,
            _day(one.opens_at),
            _day(one.closes_at),
            one.answer_by,
            one.answer,
            _day(one.answered_at),
        )


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


TABLES = (
    Table(
        name="rounds",
        title=_("Wat vooraf gezegd is, en wat ermee is gedaan"),
        description=_("Wat vaststond en wat nog open was, wie erover ging, en wat er met de ronde is gedaan."),
        chapter=Chapter.VOICES,
        order=40,
        columns=(
            Column("round", _("nummer"), _("Het nummer van de ronde."), NUMBER, is_on_paper=False),
            Column("title", _("ronde"), _("Hoe de ronde heet.")),
            Column("state", _("stand"), _("Of de ronde open, gesloten of teruggekoppeld is.")),
            Column("fixed", _("wat vaststond"), _("Wat vooraf al vaststond.")),
            Column("negotiable", _("wat nog open was"), _("Waarover mensen nog iets konden zeggen.")),
            Column("decider", _("wie erover gaat"), _("Wie erover gaat.")),
            Column("how_heard", _("hoe men ervan hoort"), _("Hoe mensen ervan horen."), is_on_paper=False),
            Column("opens", _("open sinds"), _("De dag van het openen."), DATE, is_on_paper=False),
            Column("closes", _("gesloten op"), _("De dag van het sluiten."), DATE, is_on_paper=False),
            Column("answer_by", _("antwoord uiterlijk"), _("De dag waarop mensen het horen."), DATE),
            Column("answer", _("wat ermee is gedaan"), _("Wat er met de ronde is gedaan.")),
            Column("answered", _("teruggekoppeld op"), _("De dag waarop dat is verteld."), DATE),
        ),
        rows=_rounds,
        headed_by="title",
    ),
)
