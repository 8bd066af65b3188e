"""Erase a person: every app lets go of what it holds, the account goes, and nothing says any more who it was."""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from meervoud_web.people import rules
from meervoud_web.people.actions.access import an_administrator_stays
from meervoud_web.people.actions.sweep import sweep
from meervoud_web.people.mentions import Mention, is_named_in, take_out_of_words
from meervoud_web.people.models import Person, PersonErased
from meervoud_web.people.personal import OFFICIAL_ACT, Done, Erasure, doors

log = structlog.get_logger(__name__)


class OneselfError(Exception):
    """Nobody erases their own account: another administrator looks along."""


class ReasonNamesThemError(Exception):
    """The reason would keep what is to be erased."""


def erase(person: Person, *, by: Person | None, reason: str) -> PersonErased:
    """Erase somebody, and clean the files of the database; ``by`` is ``None`` on the command line.

    Raises
    ------
    OneselfError
        When somebody wants to erase their own account.
    ReasonNamesThemError
        When the reason holds the name or address.
    people.actions.LastAdministratorError
        When nobody could look after the accounts any more.
    """
    if by is not None and not rules.may_manage_people(by):
        raise PermissionDenied
    if by is not None and by.pk == person.pk:
        raise OneselfError
    reason = " ".join(reason.split())[:300]
    if is_named_in(person, reason):
        raise ReasonNamesThemError
    number = person.pk
    erased = _erase(person, by=by, reason=reason)
    log.info("person erased", by=by.pk if by else None, person=number)
    if not transaction.get_connection().in_atomic_block and sweep():
        erased.refresh_from_db()
    return erased


def _erase(person: Person, *, by: Person | None, reason: str) -> PersonErased:
    with an_administrator_stays(), override("nl"):  # what is kept of it is read by whoever comes after
        locked = Person.objects.select_for_update().get(pk=person.pk)
        erasure = Erasure(person=locked, by=by, reason=reason)
        done = [one for door in doors() for one in door.erase(erasure)]
        done += _in_words(take_out_of_words(erasure))
        for door in doors():
            if door.follow is not None:
                door.follow(erasure)
        locked.delete()
        return PersonErased.objects.create(number=person.pk, reason=reason, done=[_plain(one) for one in done])


def _in_words(mentions: Iterable[Mention]) -> list[Done]:
    fate = _("naam en e-mailadres gaan weg uit de woorden; de rest blijft")
    return [Done(kind=one.kind, fate=fate, count=len(one.keys), ground=OFFICIAL_ACT) for one in mentions]


def _plain(done: Done) -> dict[str, str | int]:
    return {"kind": done.kind, "fate": str(done.fate), "count": done.count, "ground": str(done.ground)}
