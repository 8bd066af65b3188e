"""Meerdam several times its size, for benchmarks and for the tests that count questions to the database.

Whatever hangs on the main challenge is copied, whichever app it is of, with links and journal. People who react in
a stellingenronde are not: how many those are, ``plan`` says before it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction

from meervoud_web.challenges.models import Challenge, JournalEntry, LastLook, Link
from meervoud_web.challenges.things import kinds

ALREADY_COUNTED = frozenset(
    {"conversations.Participant", "conversations.Vote", "rounds.Participation", "rounds.Receipt"}
)
"""Of these there are as many as there are residents."""
LEFT_OUT = (Challenge, LastLook, Link, JournalEntry)
FAR = 1000

Row = tuple[str, int]
"""A row by its model and key."""


@transaction.atomic
def make_larger(challenge: Challenge, *, times: int) -> None:
    """Make what there is of a challenge so many times as much."""
    hanging = [(model, list(_rows(model, challenge))) for model in _models()]
    thread = list(Link.objects.filter(challenge=challenge))
    journal = list(JournalEntry.objects.filter(challenge=challenge).order_by("pk"))
    for number in range(1, times):
        copied: dict[Row, int] = {}
        for model, rows in hanging:
            for row in rows:
                copied[model._meta.label, row.pk] = _copy(row, copied, number)
        _lay_again(thread, copied)
        _record_again(journal, copied)


def _models() -> list[type[models.Model]]:
    """What hangs on a challenge, directly or not, each after what it hangs on."""
    found: dict[type[models.Model], None] = {Challenge: None}
    while more := [model for model in apps.get_models(include_auto_created=True) if _comes_next(model, found)]:
        found |= dict.fromkeys(more)
    return [model for model in found if model not in LEFT_OUT]


def _comes_next(model: type[models.Model], found: dict[type[models.Model], None]) -> bool:
    is_for_later = model not in found and model not in LEFT_OUT and model._meta.label not in ALREADY_COUNTED
    return is_for_later and any(field.related_model in found for field in _foreign_keys(model))


def _rows(model: type[models.Model], challenge: Challenge) -> Iterator[models.Model]:
    path = _path(model)
    if path is not None:
        yield from model._base_manager.filter(**{path: challenge}).order_by("pk")


def _path(model: type[models.Model], seen: tuple[type[models.Model], ...] = ()) -> str | None:
    """How a challenge is found from a row of this model: ``framing__challenge``."""
    for field in _foreign_keys(model):
        if field.related_model is Challenge:
            return field.name
    for field in _foreign_keys(model):
        further = field.related_model
        if further not in (*seen, model) and (path := _path(further, (*seen, model))):
            return f"{field.name}__{path}"
    return None


def _foreign_keys(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    return [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]


def _copy(row: models.Model, copied: dict[Row, int], number: int) -> int:
    """Copy a row; of what can be there once only, such as a letterbox, the one that is there stays."""
    copy = type(row)()
    for field in row._meta.concrete_fields:
        setattr(copy, field.attname, _value(field, row, copied, number))
    try:
        with transaction.atomic():
            copy.save(force_insert=True)
    except IntegrityError:
        return int(row.pk)
    return int(copy.pk)


def _value(field: models.Field[Any, Any], row: models.Model, copied: dict[Row, int], number: int) -> Any:
    value = getattr(row, field.attname)
    if field.primary_key:
        return None
    if isinstance(field, models.ForeignKey):
        return copied.get((field.related_model._meta.label, value), value)
    if field.unique and field.has_default():  # the number of a request, the code of a round
        return field.get_default()
    if field.name not in _once_in_a_challenge(type(row)):
        return value
    if isinstance(value, str):
        return f"{number}. {value}"[: field.max_length]
    return value + FAR * number if isinstance(value, int) else value


def _once_in_a_challenge(model: type[models.Model]) -> set[str]:
    """The fields that make a row the only one in its challenge, such as its words or its number."""
    unique = [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    together = [{*one.fields, *_named_in(one)} for one in unique]
    return {name for fields in together if "challenge" in fields for name in fields} - {"challenge"}


def _named_in(constraint: models.UniqueConstraint) -> Iterator[str]:
    """The fields in expressions such as ``Lower("actor")``."""
    parts: list[Any] = list(constraint.expressions)
    while parts:
        part = parts.pop()
        if isinstance(part, models.F):
            yield part.name  # type: ignore[attr-defined]
        else:
            parts += part.get_source_expressions()


def _again(kind: str, key: int, copied: dict[Row, int]) -> int:
    known = kinds().get(kind)
    return copied.get((known.model, key), key) if known else key


def _lay_again(thread: list[Link], copied: dict[Row, int]) -> None:
    links = [
        Link(
            kind=one.kind,
            from_kind=one.from_kind,
            from_id=_again(one.from_kind, one.from_id, copied),
            to_kind=one.to_kind,
            to_id=_again(one.to_kind, one.to_id, copied),
            challenge_id=one.challenge_id,
            at=one.at,
            by_id=one.by_id,
        )
        for one in thread
    ]
    Link.objects.bulk_create(links, ignore_conflicts=True)


def _record_again(journal: list[JournalEntry], copied: dict[Row, int]) -> None:
    """The entries wait for their seal, as after a crash; whoever comes next sets it."""
    entries = []
    for one in journal:
        entry = JournalEntry(
            challenge_id=one.challenge_id,
            at=one.at,
            person_id=one.person_id,
            role=one.role,
            verb=one.verb,
            thing_kind=one.thing_kind,
            thing_id=_again(one.thing_kind, one.thing_id, copied),
            about=one.about,
            why=one.why,
        )
        entry.cover()
        entries.append(entry)
    JournalEntry.objects.bulk_create(entries)
