"""Plant words of a person in every field of every model, so that a new model cannot escape."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, islice, product
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from meervoud_web.challenges.models import JournalEntry, JournalSeal
from meervoud_web.people.models import Person, PersonErased
from meervoud_web.people.personal import Fate, Holding, doors, words_of
from meervoud_web.search.models import SearchText

NAME, EMAIL = "Zanthek Quorvil", "zanthek@quorvil.example"
GOES, STAYS = "wubbelfliep", "blijfwoord"
"""A word that goes with the person, and one that stays because it is an official act or somebody else's."""

BY_THEMSELVES = {Person, JournalEntry, JournalSeal, SearchText, Session, ContentType, PersonErased}
"""Made by their own actions, or holding nothing that anybody wrote."""
CHOSEN: dict[str, dict[str, Any]] = {
    "challenges.Municipality": {"id": 1},
    "people.RoleAssignment": {"role": "clerk"},
    "papers.PaperSentence": {"redaction_reason": ""},
}
"""What a row needs that its fields do not tell, where no choice and no moment makes the database take it."""
MOST_TRIES = 1000

_numbers = count(1)


def planted(person: Person) -> list[models.Model]:
    """One row of every model, with this person and their words wherever those fit."""
    made: dict[type[models.Model], models.Model] = {}
    return [_row(model, person, made) for model in apps.get_models() if model not in BY_THEMSELVES]


def holding_of(model: type[models.Model]) -> Holding | None:
    return next((one for door in doors() for one in door.holdings if one.model is model), None)


def goes(model: type[models.Model], name: str) -> bool:
    """Whether the door says that the words of this field go."""
    holding = holding_of(model)
    return holding is not None and (holding.fate is Fate.GOES or name in holding.empties)


def fields_that_stay(row: models.Model) -> Iterator[str]:
    """Where the word that stays was planted."""
    for name in sorted(words_of(type(row))):
        if STAYS in str(getattr(row, name)):
            yield name


def _row(model: type[models.Model], person: Person, made: dict[type[models.Model], models.Model]) -> models.Model:
    if model in made:
        return made[model]
    values = {field.name: _value(field, model, person, made) for field in model._meta.fields if _is_asked(field)}
    values |= CHOSEN.get(model._meta.label, {})
    refused = "nothing was tried"
    for chosen in islice(_choices(model, values), MOST_TRIES):
        try:
            with transaction.atomic():
                row = model(**values | chosen)
                models.Model.save(row)
                made[model] = row
                return row
        except IntegrityError as error:
            refused = str(error)
    raise AssertionError(f"say in CHOSEN what a {model._meta.label} needs: {refused}")


def _choices(model: type[models.Model], values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every way to fill what is no word, the plainest first: a constraint may ask for a state and its moment."""
    ways = {field.name: _ways(field, values[field.name]) for field in model._meta.fields if field.name in values}
    several = {name: found for name, found in ways.items() if len(found) > 1}
    for chosen in product(*several.values()):
        yield dict(zip(several, chosen, strict=True))


def _ways(field: models.Field[Any, Any], value: Any) -> list[Any]:
    if field.related_model is None and field.choices:
        return list(dict.fromkeys([value, *(key for key, _label in field.flatchoices)]))
    if isinstance(field, models.BooleanField):
        return [value, not value]
    if isinstance(field, models.DateField) and field.null:
        return [value, _plain(field)]
    return [value]


def _is_asked(field: models.Field[Any, Any]) -> bool:
    return not isinstance(field, models.AutoField) and not (
        field.related_model and field.related_model is field.model
    )


def _value(
    field: models.Field[Any, Any], model: type[models.Model], person: Person, made: dict[type[models.Model], Any]
) -> Any:
    if field.related_model is Person:
        return person
    if field.related_model is not None:
        return None if field.null else _row(field.related_model, person, made)
    if field.choices:
        return (
            field.default if field.has_default() else next(key for key, _label in field.flatchoices if key != "")
        )
    if field.name in words_of(model):
        return _words(field, model)
    if field.has_default() or field.null:
        return field.get_default()
    return _plain(field)


def _words(field: models.Field[Any, Any], model: type[models.Model]) -> Any:
    word = GOES if goes(model, field.name) else STAYS
    holding = holding_of(model)
    if (
        field.unique
        or (holding is not None and field.name in holding.hides)
        or isinstance(field, models.SlugField)
    ):
        return {} if isinstance(field, models.JSONField) else f"k{next(_numbers)}"
    if isinstance(field, models.EmailField):
        return EMAIL
    if isinstance(field, models.URLField):
        return f"https://meerdam.example/{EMAIL}"
    if isinstance(field, models.JSONField):
        return {"tekst": f"{word} {NAME} {EMAIL}"}
    room = field.max_length or 1000
    said = next((text for text in (f"{word} {NAME} en {EMAIL}", f"{word} {NAME}", word) if len(text) <= room), "")
    return said or f"k{next(_numbers)}"[:room]


def _plain(field: models.Field[Any, Any]) -> Any:
    match field:
        case models.DateTimeField():
            return timezone.now()
        case models.DateField():  # each later than the one before: the new day comes after the old
            return timezone.localdate() + timedelta(days=next(_numbers))
        case models.UUIDField():
            return uuid4()
        case models.BinaryField():
            return b"x"
        case models.BooleanField():
            return False
        case _:
            return 1
