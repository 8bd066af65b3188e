"""The kinds of things that the journal and the thread speak of, registered by each app in its ``apps.py``.

So ``challenges`` stays at the bottom and knows no app above it::

    register_kind(
        Kind(
            slug="signal",
            name=_("signaal"),
            model="signals.Signal",
            title=lambda signal: signal.text,
            address=lambda signal: signal.get_absolute_url(),
            seen_by=rules.signals_seen_by,
        )
    )

Whoever may not see a thing sees neither its title nor that it exists: ``seen_by`` is the one place that decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from meervoud_web.people.models import Person


class UnknownKindError(LookupError):
    """No app registered this kind of thing."""


@dataclass(frozen=True, order=True)
class Thing:
    """One thing, by its kind and the key of its row; written as ``signal:12``."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Thing | None:
        """Read ``signal:12``, or give ``None`` for anything else."""
        kind, colon, number = text.partition(":")
        is_number = number.isascii() and number.isdigit() and len(number) < 19
        return cls(kind, int(number)) if colon and kind in _kinds and is_number else None


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How things of one kind are called, found and shown, and who may see which of them."""

    slug: str
    name: str | Promise
    model: str
    title: Callable[[Any], str]
    address: Callable[[Any], str]
    seen_by: Callable[[Person | None, QuerySet[Any]], QuerySet[Any]]
    related: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    """What its title and words need of other tables: fetched along for all at once."""
    words: Callable[[Any], str] | None = None
    """The words beside its title by which a thing is found; without it nobody can look for things of this kind.
    Whoever may see the thing reads the passage in which they stand: one line for each part of the text."""
    newest: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None
    """Of what has versions: keeps, of the rows that somebody may see, those at which one who looks is sent."""
    parts: Callable[[Any], Mapping[str, Iterable[Any]]] | None = None
    """Kinds and rows that come and change with a thing of this kind, such as the statements of a round."""
    leaves_no_trace: bool = False
    """Once such a thing is thrown away, nobody reads in the journal that it was there."""
    stays_inside: bool = False
    """What was done with such a thing stands in no dossier, whoever makes it: it would point at who did it."""

    def rows(self) -> QuerySet[Any]:
        """All rows of this kind, whoever asks."""
        rows: QuerySet[Any] = apps.get_model(self.model)._default_manager.all()
        rows = rows.select_related(*self.related) if self.related else rows
        return rows.prefetch_related(*self.fetched) if self.fetched else rows

    def rows_for(self, person: Person | None) -> QuerySet[Any]:
        """The rows of this kind that ``person`` may see."""
        return self.seen_by(person, self.rows())

    def shown(self, row: Any) -> Shown:
        """A row of this kind as a thing, for whoever may see it."""
        return Shown(
            thing=Thing(self.slug, row.pk), kind=self.name, title=self.title(row), address=self.address(row)
        )


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A thing as somebody may see it."""

    thing: Thing
    kind: str | Promise
    title: str
    address: str


_kinds: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Make a kind of thing known; registering twice changes nothing."""
    _kinds[kind.slug] = kind


def kinds() -> Mapping[str, Kind]:
    """Every kind that an app registered, by its slug."""
    return _kinds


def kind_called(slug: str) -> Kind:
    """Find a kind; ``UnknownKindError`` when no app registered it."""
    try:
        return _kinds[slug]
    except KeyError:
        raise UnknownKindError(slug) from None


def thing_of(row: Model) -> Thing:
    """The thing that a row is; ``UnknownKindError`` when no app registered its kind."""
    for kind in _kinds.values():
        if kind.model == row._meta.label:
            return Thing(kind.slug, int(row.pk))
    raise UnknownKindError(row._meta.label)


def shown_to(person: Person | None, things: Iterable[Thing]) -> dict[Thing, Shown]:
    """What ``person`` may see of ``things``, in one query for each kind; what is not for them is not there."""
    found = {}
    for kind, ids in by_kind(things):
        for row in kind.rows_for(person).filter(pk__in=ids):
            shown = kind.shown(row)
            found[shown.thing] = shown
    return found


def seen_by(person: Person | None, things: Iterable[Thing]) -> set[Thing]:
    """Which of ``things`` somebody may see, where neither their titles nor where they stand is asked for."""
    return {
        Thing(kind.slug, key)
        for kind, ids in by_kind(things)
        for key in kind.rows_for(person).order_by().filter(pk__in=ids).values_list("pk", flat=True)
    }


def by_kind(things: Iterable[Thing]) -> list[tuple[Kind, set[int]]]:
    """The kinds of these things, each with the keys of the rows; what no app registered is left out."""
    wanted: dict[str, set[int]] = {}
    for thing in things:
        wanted.setdefault(thing.kind, set()).add(thing.id)
    return [(_kinds[slug], ids) for slug, ids in wanted.items() if slug in _kinds]
