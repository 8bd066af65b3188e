"""Where somebody's name or e-mail address stands in words, whoever wrote them, and how it is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.db.models import EmailField, Model, Q, URLField

from meervoud_web.people.models import Person
from meervoud_web.people.personal import GONE, Erasure, doors, words_of

AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Mention:
    """How many records of one kind name a person in their words."""

    model: type[Model]
    keys: tuple[Any, ...]

    @property
    def kind(self) -> str:
        """How these records are called."""
        return str(self.model._meta.verbose_name_plural)


def names_of(person: Person) -> tuple[str, ...]:
    """What surely means this person: the e-mail address, and the name where that is more than one word.

    A single word, such as *Wil* or *Bos*, can mean so much else that no program may take it out.
    """
    name = " ".join(person.name.split())
    return (person.email, name) if " " in name else (person.email,)


def is_named_in(person: Person, text: str) -> bool:
    """Whether a text names this person."""
    return _pattern(person).search(text) is not None


def mentions_of(person: Person) -> Iterator[Mention]:
    """Every kind of record with words that name this person, apart from their own account."""
    cleared = {model for door in doors() for model in door.clears}
    for model in apps.get_models():
        if model not in cleared | {Person, Session}:
            found = [row.pk for row in naming(person, model)]
            if found:
                yield Mention(model=model, keys=tuple(found))


def take_out_of_words(erasure: Erasure) -> list[Mention]:
    """Put ``[gewist]`` where the name or address stood, in all words of everybody; the rest of them stays."""
    found = list(mentions_of(erasure.person))
    pattern = _pattern(erasure.person)
    for mention in found:
        for start in range(0, len(mention.keys), AT_ONCE):
            part = mention.keys[start : start + AT_ONCE]
            for row in mention.model._default_manager.filter(pk__in=part):
                _rewrite(row, pattern)
        erasure.changed.setdefault(mention.model, set()).update(mention.keys)
    return found


def naming(person: Person, model: type[Model], *fields: str) -> Iterator[Any]:
    """The records of a model that name this person, in any of its words or in ``fields``."""
    looked_in = fields or tuple(words_of(model))
    wanted = [Q(**{f"{field}__icontains": name}) for field in looked_in for name in names_of(person)]
    if not wanted:
        return
    pattern = _pattern(person)
    for row in model._default_manager.filter(reduce(or_, wanted)).iterator(chunk_size=AT_ONCE):
        if any(pattern.search(str(getattr(row, field))) for field in looked_in):
            yield row


def _pattern(person: Person) -> re.Pattern[str]:
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names_of(person))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _rewrite(row: Model, pattern: re.Pattern[str]) -> None:
    fields = [field for field in row._meta.fields if field.name in words_of(type(row))]
    new = {field.attname: _without(field, getattr(row, field.attname), pattern) for field in fields}
    # Past save and past guards such as that of a finished analysis: nobody's words may keep what was erased.
    models.QuerySet.update(type(row)._default_manager.filter(pk=row.pk), **new)


def _without(field: Any, value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        if isinstance(field, EmailField | URLField):  # half an address is none
            return "" if pattern.search(value) else value
        return pattern.sub(GONE, value)[: field.max_length]
    if isinstance(value, list):
        return [_without(field, one, pattern) for one in value]
    if isinstance(value, dict):
        return {pattern.sub(GONE, key): _without(field, one, pattern) for key, one in value.items()}
    return value
