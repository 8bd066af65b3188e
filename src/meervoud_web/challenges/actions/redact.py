"""Taking words out of a text that stays, with the reason: they are gone, and everyone sees that they are."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.db.models import Q

from meervoud_web.challenges import rules
from meervoud_web.challenges.actions.journal import forget_texts, record
from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.models import Challenge, QuestionVersion
from meervoud_web.challenges.queries.redacting import texts_of
from meervoud_web.challenges.things import Thing, kind_called, thing_of
from meervoud_web.people.actions.sweep import sweep
from meervoud_web.people.models import Person
from meervoud_web.people.personal import Touched, doors

REDACTED = "[weggelakt]"
"""What stands where the words were."""


class NotThereError(Exception):
    """The text does not hold these words (any more)."""


class CannotBeLeftError(Exception):
    """Without these words the text would be the same as another one that may be there only once."""


def redact(thing: Thing, *, challenge: Challenge, by: Person, words: str, reason: str) -> int:
    """Take ``words`` out of a thing, out of the journal and the index, and out of the files of the database.

    Returns how many times they stood there.

    Raises
    ------
    NotThereError
        When they do not stand there.
    CannotBeLeftError
        When the text cannot do without.
    """
    if not rules.may_redact(by):
        raise PermissionDenied
    try:
        with transaction.atomic():
            count = sum(_take_out(row, words) for row in _rows(thing, by=by))
            if not count:
                raise NotThereError
            _let_copies_follow(thing)
            said = Q(about__contains=words) | Q(why__contains=words)
            forget_texts(by=by, entries=list(challenge.journal.filter(said).values_list("pk", flat=True)))
            record(challenge=challenge, by=by, verb="redacted", thing=thing, why=reason)
    except IntegrityError as error:
        raise CannotBeLeftError from error
    if not transaction.get_connection().in_atomic_block:
        sweep()
    return count


def _let_copies_follow(thing: Thing) -> None:
    touched = Touched(changed={apps.get_model(kind_called(thing.kind).model): {thing.id}})
    for door in doors():
        if door.rewrite is not None:
            door.rewrite(touched)


def _rows(thing: Thing, *, by: Person) -> Iterator[models.Model]:
    row = kind_called(thing.kind).rows_for(by).select_for_update(of=("self",)).filter(pk=thing.id).first()
    if row is None:
        raise NotThereError
    yield row
    if isinstance(row, QuestionVersion):  # the newest version also stands with the challenge itself
        yield Challenge.objects.select_for_update().get(pk=row.challenge_id)
    if isinstance(row, Challenge):
        yield from QuestionVersion.objects.select_for_update().filter(challenge=row)


def _take_out(row: models.Model, words: str) -> int:
    found = {name: text for name, text in texts_of(row).items() if words in text}
    if found:
        lengths = {name: row._meta.get_field(name).max_length for name in found}  # type: ignore[union-attr]
        new = {name: text.replace(words, REDACTED)[: lengths[name]] for name, text in found.items()}
        type(row)._default_manager.filter(pk=row.pk).update(**new)
        changed(thing_of(row))
    return sum(text.count(words) for text in found.values())
