"""Who sees which notes, promises and frictions: the one place that decides. A visitor sees none of them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from meervoud_web.challenges.models import WORKING_PARTS, Challenge, Involvement
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.rules import may_edit_challenges
from meervoud_web.notes.models import Friction, Note, Promise
from meervoud_web.people.models import Person


def worked_on_by(person: Person) -> QuerySet[Challenge]:
    """The challenges that this person works on, as ``may_work_on`` says of one."""
    if not person.is_active:
        return Challenge.objects.none()
    if may_edit_challenges(person):
        return Challenge.objects.all()
    parts = Involvement.objects.filter(held_now(), person=person, role__in=WORKING_PARTS)
    return Challenge.objects.filter(pk__in=parts.values("challenge"))


def _works_on(person: Person) -> Q:
    everywhere = person.is_active and may_edit_challenges(person)
    # Not an empty Q(): "one's own, or" nothing would be only one's own.
    return Q(pk__isnull=False) if everywhere else Q(challenge__in=worked_on_by(person))


def notes_seen_by(person: Person | None, notes: QuerySet[Note]) -> QuerySet[Note]:
    """One's own, and what its writer chose to share with who works on the challenge."""
    if person is None:
        return notes.none()
    return notes.filter(Q(writer=person) | (Q(is_shared=True) & _works_on(person)))


def promises_seen_by(person: Person | None, promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """Those of the challenges that one works on, and those that one has to keep."""
    if person is None:
        return promises.none()
    return promises.filter(Q(keeper=person) | _works_on(person))


def frictions_seen_by(person: Person | None, frictions: QuerySet[Friction]) -> QuerySet[Friction]:
    """Those of the challenges that one works on, and those that one can lift."""
    if person is None:
        return frictions.none()
    return frictions.filter(Q(lifter=person) | _works_on(person))
