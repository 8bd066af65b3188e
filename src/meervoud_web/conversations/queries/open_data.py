"""What stellingenrondes hand over as open data: statements with their tallies, and results with their reactions.

Always what everyone may know, whoever the dossier is for: random ids, no times, nobody who took everything back,
no group under five. Who may read all reactions finds them on the page of the round; they do not travel.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import Chapter, Column, ColumnType, Drawing, Exhibit, Given, Row, Table
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries.behind import votes_behind_result
from meervoud_web.conversations.queries.conversations import ends_of, given_names_of, result_of, texts_of
from meervoud_web.conversations.queries.exports import polis_files
from meervoud_web.conversations.queries.given import record_now
from meervoud_web.conversations.queries.outcome import picture_of
from meervoud_web.conversations.queries.result import group_names
from meervoud_web.conversations.queries.statements import StatementRow, statement_rows
from meervoud_web.conversations.queries.wording import assurance_sentence, verdict_of
from meervoud_web.people.models import Person

if TYPE_CHECKING:
    from meervoud_web.analyses.models import Analysis

NUMBER = ColumnType.INTEGER
EVERYONE = Audience.EVERYONE


def exhibits(person: Person | None, challenge: Challenge) -> Iterator[Exhibit]:
    """The newest result of each round, with the reactions behind it."""
    for conversation, analysis in _results(person, challenge):
        result, names, rows = _read(conversation, analysis)
        verdict, assurance = verdict_of(result), assurance_sentence(conversation.assurance)
        yield Exhibit(
            name=f"round-{conversation.pk}",
            title=_("Meningenlandschap van “%(title)s”") % {"title": conversation.title},
            chapter=Chapter.VOICES,
            says=" ".join((f"{verdict.headline}.", *verdict.sentences, assurance)),
            record=partial(record_now, conversation, EVERYONE, analysis),
            given=partial(_given, conversation, analysis),
            withheld="small-cells",
            drawings=partial(_drawings, conversation, analysis),
            headings=(_("stelling"), _("eens"), _("weet ik niet"), _("oneens"), *map(_of_hundred, names.values())),
            rows=tuple(_shown(row) for row in rows if not row.is_moderated),
        )


def _results(person: Person | None, challenge: Challenge) -> Iterator[tuple[Conversation, Analysis]]:
    for conversation in (
        Conversation.objects.filter(challenge=challenge).select_related("challenge").order_by("pk")
    ):
        analysis = analyses.newest_result(EVERYONE, conversation.pk)
        if analysis is not None and rules.may_read(person, conversation):
            yield conversation, analysis


def _read(
    conversation: Conversation, analysis: Analysis
) -> tuple[landscape.Landscape, dict[str, str], list[StatementRow]]:
    result = result_of(analysis)
    names = group_names(result, given_names_of(conversation, EVERYONE))
    return result, names, statement_rows(result, names=names, texts=texts_of(conversation))


def _given(conversation: Conversation, analysis: Analysis) -> Given:
    votes = votes_behind_result(conversation, EVERYONE, analysis)
    return Given(
        files=polis_files(votes, how_hard=assurance_sentence(conversation.assurance)),
        is_whole=votes.fingerprint() == analysis.input_hash,
    )


def _drawings(conversation: Conversation, analysis: Analysis) -> list[Drawing]:
    result, ends = records.from_json(record_now(conversation, EVERYONE, analysis)), ends_of(analysis)
    draw = partial(picture_of, conversation, EVERYONE, result, ends=ends, shape="poster")
    return [
        Drawing(shape="poster", language=language, svg=draw(language=language))
        for language, _name in settings.LANGUAGES
    ]


def _of_hundred(name: str) -> str:
    return _("%(group)s, van de 100") % {"group": name}


def _shown(row: StatementRow) -> Row:
    cells = (None if cell is None else cell.agree for cell in row.cells)
    return row.text, row.agree, row.passed, row.disagree, *cells


def _rounds(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for conversation, analysis in _results(person, challenge):
        counts = result_of(analysis).counts
        yield (
            conversation.pk,
            conversation.title,
            conversation.question,
            str(conversation.get_assurance_display()),
            counts.participants,
            counts.votes,
            verdict_of(result_of(analysis)).headline,
        )


def _statements(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for conversation, analysis in _results(person, challenge):
        for row in _read(conversation, analysis)[2]:
            yield conversation.pk, row.id, row.text, row.agree, row.passed, row.disagree, row.bridge


def _groups(person: Person | None, challenge: Challenge) -> Iterator[Row]:
    for conversation, analysis in _results(person, challenge):
        _result, names, rows = _read(conversation, analysis)
        for row in rows:
            for (group, name), cell in zip(names.items(), row.cells, strict=True):
                if cell is not None:
                    yield conversation.pk, group, name, row.id, cell.agree, cell.low, cell.high, cell.reactions


ROUNDS = Table(
    name="conversations",
    title=gettext_lazy("Stellingenrondes"),
    description=gettext_lazy("Welke rondes er waren, hoeveel mensen reageerden, en wat eruit kwam."),
    chapter=Chapter.VOICES,
    order=10,
    columns=(
        Column(
            "round", gettext_lazy("nummer"), gettext_lazy("Het nummer van de ronde."), NUMBER, is_on_paper=False
        ),
        Column("title", gettext_lazy("ronde"), gettext_lazy("Hoe de ronde heet.")),
        Column("question", gettext_lazy("vraag"), gettext_lazy("De vraag van de ronde.")),
        Column("assurance", gettext_lazy("hoe men meedeed"), gettext_lazy("Hoe zeker één reactie één mens is.")),
        Column("people", gettext_lazy("mensen"), gettext_lazy("Hoeveel deelnemers meetellen."), NUMBER),
        Column("reactions", gettext_lazy("reacties"), gettext_lazy("Hoeveel reacties meetellen."), NUMBER),
        Column("verdict", gettext_lazy("uitkomst"), gettext_lazy("Of er groepen zijn, in één zin.")),
    ),
    rows=_rounds,
    headed_by="title",
)
STATEMENTS = Table(
    name="statements",
    title=gettext_lazy("Stellingen"),
    description=gettext_lazy("Elke stelling met hoeveel mensen eens, weet ik niet en oneens zeiden."),
    chapter=Chapter.VOICES,
    order=20,
    columns=(
        Column("round", gettext_lazy("ronde"), gettext_lazy("In welke ronde."), NUMBER),
        Column("statement", gettext_lazy("nummer"), gettext_lazy("Het nummer van de stelling in de ronde.")),
        Column("text", gettext_lazy("stelling"), gettext_lazy("De stelling.")),
        Column("agree", gettext_lazy("eens"), gettext_lazy("Hoeveel mensen het eens zijn."), NUMBER),
        Column("passed", gettext_lazy("weet ik niet"), gettext_lazy("Hoeveel mensen het niet weten."), NUMBER),
        Column("disagree", gettext_lazy("oneens"), gettext_lazy("Hoeveel mensen het oneens zijn."), NUMBER),
        Column(
            "bridge",
            gettext_lazy("gedeeld"),
            gettext_lazy("Hoever zij bij iedereen draagt, van 0 tot 100."),
            NUMBER,
        ),
    ),
    rows=_statements,
    is_on_paper=False,
)
GROUPS = Table(
    name="statements-by-group",
    title=gettext_lazy("Stellingen per groep"),
    description=gettext_lazy(
        "Wat elke groep van een stelling vindt, met de marge. Onder vijf mensen staat er niets."
    ),
    chapter=Chapter.VOICES,
    order=30,
    columns=(
        Column("round", gettext_lazy("ronde"), gettext_lazy("In welke ronde."), NUMBER),
        Column("group", gettext_lazy("groep"), gettext_lazy("Het kenmerk van de groep in het resultaat.")),
        Column("name", gettext_lazy("naam"), gettext_lazy("Hoe de groep heet.")),
        Column("statement", gettext_lazy("stelling"), gettext_lazy("Het nummer van de stelling in de ronde.")),
        Column("agree", gettext_lazy("eens"), gettext_lazy("Hoeveel van de 100 mensen het eens zijn."), NUMBER),
        Column("low", gettext_lazy("laagste"), gettext_lazy("De ondergrens daarvan."), NUMBER),
        Column("high", gettext_lazy("hoogste"), gettext_lazy("De bovengrens daarvan."), NUMBER),
        Column("reactions", gettext_lazy("reacties"), gettext_lazy("Op hoeveel reacties dat rust."), NUMBER),
    ),
    rows=_groups,
    is_on_paper=False,
)
TABLES = (ROUNDS, STATEMENTS, GROUPS)
