"""What each app hands over of a challenge as open data, registered in its ``apps.py``.

The opgavedossier is made of it: the zip of open data, and the readable one on paper. So it knows no app by name::

    class SignalsConfig(AppConfig):
        def ready(self) -> None:
            from meervoud_web.challenges.open_data import register_table
            from meervoud_web.signals.queries.open_data import SIGNALS

            register_table(SIGNALS)

with in ``queries/open_data.py``::

    SIGNALS = Table(
        name="signals",
        title=_("Signalen"),
        description=_("Wat opviel, in de woorden waarin iedereen het mag lezen."),
        chapter=Chapter.SIGNALS,
        columns=(
            Column("signal", _("nummer"), _("Het nummer van dit signaal."), ColumnType.INTEGER, is_on_paper=False),
            Column("seen", _("signaal"), _("Wat er opviel.")),
        ),
        rows=shown_signals,
    )

``rows`` gets the person for whom the dossier is made and the challenge, and gives one sequence of values for each
row, in the order of the columns. ``None`` for the person is everybody: then only what everyone may read. Rows come
in an order that stays the same, for the same state of things has to give the same file.

**Nothing in a table names a person or tells who reacted how**, whoever it is made for; and groups under five
people are not shown. What a method computed goes along as an :class:`Exhibit`, with what it was computed from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person

Value = str | int | float | bool | date | datetime | None
Row = Sequence[Value]

NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
"""Names of tables and exhibits are names of files too."""


class Chapter(models.TextChoices):
    """Where something stands in the dossier, in the order of reading."""

    QUESTION = "question", _("De vraag")
    VIEWS = "views", _("De kijk van ieder")
    COURSE = "course", _("De koers")
    VOICES = "voices", _("Stellingenrondes")
    SIGNALS = "signals", _("Signalen")
    SOCIETY = "society", _("Uit de samenleving")
    PROMISES = "promises", _("Toezeggingen en schuurplekken")
    CHOICES = "choices", _("Keuzes")
    ANSWERS = "answers", _("Wat er met inbreng gebeurde")
    JOURNAL = "journal", _("Wat er gebeurde")


class ColumnType(StrEnum):
    """What a cell holds, as Frictionless Data calls it."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "boolean"
    DATE = "date"
    MOMENT = "datetime"


@dataclass(frozen=True)
class Column:
    """A column: its name in the file, the heading above it, and what it means in a sentence."""

    name: str
    heading: str | Promise
    meaning: str | Promise
    type: ColumnType = ColumnType.TEXT
    is_on_paper: bool = field(default=True, kw_only=True)
    """Whether it stands in the readable dossier too; in the file it always does."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of the dossier, and who fills it for whom."""

    name: str
    title: str | Promise
    description: str | Promise
    chapter: Chapter
    columns: tuple[Column, ...]
    rows: Callable[[Person | None, Challenge], Iterable[Row]]
    order: int = 100
    """Within its chapter, lowest first."""
    is_on_paper: bool = True
    """Whether it stands in the readable dossier too; in the zip it always does."""
    headed_by: str = ""
    """For rows with much text: on paper each row is a piece of its own under the words of this column."""
    is_row_on_paper: Callable[[Row], bool] | None = None
    """Which rows stand on paper, where that is not all of them."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture of a result in one language; ``shape`` is short and the same in every language."""

    shape: str
    language: str
    svg: str


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a result was computed from: the files of a folder that its method reads."""

    files: Mapping[str, bytes]
    is_whole: bool = True
    """Whether all that the result counted is in it; not where somebody took their part back since."""


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """What a method of ``meervoud`` computed, with all that is needed to compute it again.

    ``record`` gives the result as it was written down by ``meervoud.records``, ``given`` what it was computed
    from. These and the drawings are made when they are asked for: a page that only tells of them asks for none.
    """

    name: str
    title: str
    chapter: Chapter
    says: str
    """What the result shows and how sure that is, in words: it is the text beside the picture too."""
    record: Callable[[], str]
    given: Callable[[], Given]
    withheld: str = ""
    """What was left out of the record after it was computed, by the name under which the method does it again."""
    drawings: Callable[[], Sequence[Drawing]] = tuple
    headings: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    """The same as in the picture, as a table."""


ExhibitProvider = Callable[[Person | None, Challenge], Iterable[Exhibit]]

_tables: dict[str, Table] = {}
_exhibit_providers: list[ExhibitProvider] = []


def register_table(table: Table) -> None:
    """Add a table to every dossier; registering twice changes nothing."""
    if not NAME.fullmatch(table.name):
        raise ValueError(f"{table.name!r} is no name for a file")
    if _tables.get(table.name, table) != table:
        raise ValueError(f"two tables are called {table.name!r}")
    _tables[table.name] = table


def register_exhibits(provider: ExhibitProvider) -> None:
    """Add results that were computed to every dossier; registering twice changes nothing."""
    if provider not in _exhibit_providers:
        _exhibit_providers.append(provider)


def tables() -> list[Table]:
    """Every table, in the order of reading."""
    chapters = list(Chapter)
    return sorted(_tables.values(), key=lambda one: (chapters.index(one.chapter), one.order, one.name))


def tables_by_chapter() -> Mapping[Chapter, list[Table]]:
    """The tables of each chapter that has any, in the order of reading."""
    found: dict[Chapter, list[Table]] = {}
    for table in tables():
        found.setdefault(table.chapter, []).append(table)
    return found


def exhibits_for(challenge: Challenge, person: Person | None) -> list[Exhibit]:
    """Ask every app which results it hands over to ``person``; ``None`` is everybody."""
    found = [one for provider in _exhibit_providers for one in provider(person, challenge)]
    return sorted(found, key=lambda one: (list(Chapter).index(one.chapter), one.name))
