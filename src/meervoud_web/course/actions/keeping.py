"""What all acts on the course share: whose work it is, and that words are written down once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model

from meervoud_web.challenges.models import Challenge
from meervoud_web.course import rules
from meervoud_web.people.models import Person


class AlreadyWrittenError(Exception):
    """The same words stand there already, with something else beside them."""


def allow(by: Person, challenge: Challenge) -> None:
    """Refuse whoever does not work on this challenge."""
    if not rules.may_keep_course(by, challenge):
        raise PermissionDenied


def refuse_if_different(row: Model, given: Mapping[str, Any]) -> None:
    """The same form sent twice is one thing; other words under the same name are refused."""
    if any(getattr(row, field) != value for field, value in given.items()):
        raise AlreadyWrittenError(str(row))


def belong_here(rows: Iterable[Any], challenge: Challenge) -> None:
    """Refuse what is of another challenge."""
    if any(row.challenge_id != challenge.pk for row in rows):
        raise PermissionDenied
