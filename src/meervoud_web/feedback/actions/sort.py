"""Putting contributions under themes, many at once, and taking them out again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges.actions import record, trace, untrace
from meervoud_web.challenges.contributions import contribution_sources, contributions_of, still_there
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.feedback import rules
from meervoud_web.feedback.models import Placing, Theme
from meervoud_web.people.models import Person


class NotBroughtInError(Exception):
    """Somebody named a thing that nobody brought in here, or that they may not see."""


@transaction.atomic
def place(theme: Theme, *, by: Person, sources: Sequence[Thing]) -> int:
    """Put contributions under a theme, and say how many were not there yet; placing twice changes nothing."""
    if not rules.may_answer(by, theme.challenge):
        raise PermissionDenied
    return place_all(theme, by=by, sources=sources)


def place_all(theme: Theme, *, by: Person, sources: Sequence[Thing]) -> int:
    """The same inside an act that asked already whether this person may."""
    if not sources:
        return 0
    brought = {one.thing for one in contributions_of(theme.challenge, person=by)}
    if not brought.issuperset(sources):
        raise NotBroughtInError
    known = {placing.thing for placing in theme.placings.all()}
    new = [thing for thing in dict.fromkeys(sources) if thing not in known]
    rows = [Placing(theme=theme, thing_kind=one.kind, thing_id=one.id, by=by) for one in new]
    Placing.objects.bulk_create(rows, ignore_conflicts=True)
    if new:
        trace(thing_of(theme), sources=new, challenge=theme.challenge, by=by)
        _note(theme, by=by)
    return len(new)


@transaction.atomic
def take_out(theme: Theme, *, by: Person, things: Collection[Thing]) -> int:
    """Take contributions out of a theme, and say how many were there. What was said to one person goes along."""
    if not rules.may_answer(by, theme.challenge):
        raise PermissionDenied
    placed = [placing for placing in theme.placings.all() if placing.thing in things]
    if placed:
        Placing.objects.filter(pk__in=[placing.pk for placing in placed]).delete()
        untrace(thing_of(theme), sources=[placing.thing for placing in placed])
        _note(theme, by=by)
    return len(placed)


def tidy_up(thing: Thing) -> None:
    """After somebody took their words back: what was placed, and what was said to them alone, goes too."""
    if thing.kind in contribution_sources() and not still_there([thing]):
        Placing.objects.filter(thing_kind=thing.kind, thing_id=thing.id).delete()


def _note(theme: Theme, *, by: Person) -> None:
    record(challenge=theme.challenge, by=by, verb="contributions-sorted", thing=thing_of(theme), about=theme.title)
