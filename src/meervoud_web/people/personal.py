"""What each app holds about a person with an account, and what becomes of it when that person is erased.

Each app registers one door in its ``apps.py``, so ``people`` knows no app above it::

    register_door(
        Door(
            name="notes",
            title=_("notities"),
            holdings=(
                Holding(model=Note, whose=("writer",), fate=Fate.EMPTIED, empties=("text",), ground=THE_LAW),
                Holding(model=WeeklyMail, whose=("person",), fate=Fate.GOES),
            ),
            beside=(Beside(PromiseChange, why=_("hoort bij de toezegging, en noemt geen account")),),
        )
    )

A contract test walks all models: whoever refers to a person, or keeps personal data, stands behind a door, and of
each field with words it is said whether it goes, stays, or is somebody else's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BinaryField, CharField, Field, JSONField, Model, Q, QuerySet, TextField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.models import Person
from meervoud_web.people.policy import NO_PERSONAL_DATA

Text = str | Promise
GONE = "[gewist]"
"""What stands where words were that a record cannot do without."""
OFFICIAL_ACT = _("Stuk van de gemeente (Archiefwet; artikel 17, lid 3, onder b en d, AVG).")
"""Why the words of somebody who acted for the municipality stay, without their name."""


class Fate(Enum):
    """What becomes of a record when the person in it is erased."""

    GOES = _("de hele regel gaat weg")
    EMPTIED = _("naam en woorden gaan weg; de lege regel blijft")
    UNNAMED = _("de naam gaat weg; de woorden blijven")


@dataclass(frozen=True, kw_only=True)
class Record:
    """One thing that is held about a person: what it is, and each field with its label."""

    kind: str
    key: str
    fields: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Done:
    """What became of one kind of thing: how many, and what of it stays on which ground."""

    kind: str
    fate: Text
    count: int
    ground: Text = ""


@dataclass(frozen=True, kw_only=True)
class OpenWork:
    """Something that waits for a person, and has to be handed over before they are erased."""

    what: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Touched:
    """The rows of which words went: whoever keeps a copy of them lets go of it too."""

    emptied: dict[type[Model], set[Any]] = field(default_factory=dict)
    """Those whose words are gone, by model."""
    changed: dict[type[Model], set[Any]] = field(default_factory=dict)
    """Those in which only some words were taken out."""

    def note(self, rows: Iterable[Model]) -> None:
        """Remember that the words of these rows are gone."""
        for row in rows:
            self.emptied.setdefault(type(row), set()).add(row.pk)


@dataclass(frozen=True, kw_only=True)
class Erasure(Touched):
    """One erasure that is going on: who, by whom (``None``: the command line) and why; and which words went."""

    person: Person
    by: Person | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A kind of record that refers to a person. Every field with words stands in one of the four lists."""

    model: type[Model]
    whose: tuple[str, ...]
    """The fields that refer to the person; ``promise__keeper`` where the record belongs to another one of theirs.

    Such a record stands before the one that it belongs to, which knows whose it is.
    """
    fate: Fate
    ground: Text = ""
    """Why what stays may stay; asked of everything that does not go."""
    empties: tuple[str, ...] = ()
    """Words that go."""
    keeps: tuple[str, ...] = ()
    """Words that stay, on the ground above."""
    others: tuple[str, ...] = ()
    """Words of somebody else: they stay, and are not this person's to take along."""
    hides: tuple[str, ...] = ()
    """Marks for machines, such as a hash."""
    sets: Mapping[str, Any] = field(default_factory=dict)
    """What else changes in an emptied record."""
    let_go: Callable[[QuerySet[Any], Erasure], object] | None = None
    """How it goes, where that is more than the fate says."""

    @property
    def name(self) -> str:
        """How these records are called."""
        return str(self.model._meta.verbose_name_plural)

    @property
    def own_references(self) -> tuple[str, ...]:
        """Those of ``whose`` that are fields of the record itself."""
        return tuple(name for name in self.whose if "__" not in name)

    def rows(self, person: Person) -> QuerySet[Any]:
        """The records that refer to this person."""
        theirs = reduce(or_, (Q(**{name: person.pk}) for name in self.whose))
        return self.model._default_manager.filter(theirs).distinct()

    def export(self, person: Person) -> Iterator[Record]:
        """Each record with its fields; other people in it, words of others and pictures are left out."""
        taken = [one for one in self.model._meta.fields if one.name not in (*self.others, *self.hides)]
        shown = [one for one in taken if not isinstance(one, BinaryField)]
        for row in self.rows(person).order_by("pk").iterator(chunk_size=500):
            fields = tuple((str(one.verbose_name), _said(one, row, person)) for one in shown)
            yield Record(kind=self.name, key=str(row.pk), fields=fields)

    def erase(self, erasure: Erasure) -> Done:
        """Let the records go as their fate says."""
        rows = list(self.rows(erasure.person))
        theirs = self.model._default_manager.filter(pk__in=[row.pk for row in rows])
        if self.fate is not Fate.UNNAMED or self.empties:
            erasure.note(rows)
        if self.let_go is not None:
            self.let_go(theirs, erasure)
        elif self.fate is Fate.GOES:
            theirs.delete()
        else:
            self._unname(theirs, erasure.person)
        return Done(kind=self.name, fate=self.fate.value, count=len(rows), ground=self.ground)

    def _unname(self, rows: QuerySet[Any], person: Person) -> None:
        words = {one.name: _empty(one) for one in self.model._meta.fields if one.name in self.empties}
        if words or self.sets:
            rows.update(**words, **self.sets)
        for name in self.own_references:
            rows.filter(**{name: person.pk}).update(**{name: None})


@dataclass(frozen=True, kw_only=True)
class Loose:
    """What is held about a person and no field refers to them: sessions, mail that waits, attempts to log in."""

    title: Text
    models: tuple[type[Model], ...] = ()
    export: Callable[[Person], Iterable[Record]]
    erase: Callable[[Erasure], int]
    fate: Text = Fate.GOES.value
    ground: Text = ""

    @property
    def name(self) -> str:
        """How this is called."""
        return str(self.title)


@dataclass(frozen=True)
class Beside:
    """A model with personal data in which no account can be found, and how those people are reached instead."""

    model: type[Model]
    why: Text


@dataclass(frozen=True, kw_only=True)
class Door:
    """Everything that one app holds about people."""

    name: str
    title: Text
    holdings: tuple[Holding, ...] = ()
    loose: tuple[Loose, ...] = ()
    beside: tuple[Beside, ...] = ()
    waits: Callable[[Person], Sequence[OpenWork]] | None = None
    """What waits for somebody, so that it can be handed over first."""
    follow: Callable[[Erasure], object] | None = None
    """Called when all doors are done, with the rows whose words went: an index or a copy follows."""
    rewrite: Callable[[Touched], object] | None = None
    """Called when words were taken out of rows that stay, with those rows: a copy of them follows."""
    sweep: Callable[[], object] | None = None
    """Called before the files of the database are written anew: what keeps deleted words lets go of them."""
    clears: tuple[type[Model], ...] = ()
    """Models from which ``follow`` takes names by itself, and nobody else may."""

    @property
    def all_that_is_held(self) -> tuple[Holding | Loose, ...]:
        """Each kind of thing behind this door."""
        return (*self.holdings, *self.loose)

    def export(self, person: Person) -> Iterator[Record]:
        """All that is held about this person."""
        for holding in self.holdings:
            yield from holding.export(person)
        for loose in self.loose:
            yield from loose.export(person)

    def erase(self, erasure: Erasure) -> list[Done]:
        """Let it all go, inside the transaction of the erasure, and say what became of what."""
        done = [holding.erase(erasure) for holding in self.holdings]
        for loose in self.loose:
            count = loose.erase(erasure)
            done.append(Done(kind=loose.name, fate=loose.fate, count=count, ground=loose.ground))
        return done


_DOORS: dict[str, Door] = {}


def register_door(door: Door) -> None:
    """Make a door known; registering twice changes nothing."""
    _DOORS.setdefault(door.name, door)


def doors() -> list[Door]:
    """Every door, in the order of their apps."""
    return list(_DOORS.values())


def words_of(model: type[Model]) -> frozenset[str]:
    """The fields of a model in which people can write, or in which words can stand."""
    texts = (CharField, TextField, JSONField)
    return frozenset(one.name for one in model._meta.fields if isinstance(one, texts) and not one.choices)


def _empty(one: Field[Any, Any]) -> Any:
    if one.null:
        return None
    return "" if one.blank else GONE


def _said(one: Field[Any, Any], row: Model, person: Person) -> Any:
    value = getattr(row, one.attname)
    if one.related_model is Person:
        return str(_("u")) if value == person.pk else None
    if one.choices:
        return str(getattr(row, f"get_{one.name}_display")())
    if one.related_model is not None and value is not None:
        # A record that holds no personal data may be named; any other is somebody else's to show.
        is_nobodys = getattr(one.related_model, "data_policy", None) is NO_PERSONAL_DATA
        return str(getattr(row, one.name)) if is_nobodys else str(value)
    return value if isinstance(value, str | int | float | bool | dict | list | None) else str(value)
