"""Writing down and letting go main lines, and naming the public values at stake."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course.actions.keeping import allow, refuse_if_different
from meervoud_web.course.models import MainLine, PublicValue, ValueKind
from meervoud_web.people.models import Person


@transaction.atomic
def add_main_line(
    challenge: Challenge, *, by: Person, sentence: str, why: str, sources: Sequence[Thing]
) -> MainLine:
    """Write down a direction that is held for years."""
    allow(by, challenge)
    return write_main_line(challenge, by=by, sentence=sentence, why=why, sources=sources)


def write_main_line(
    challenge: Challenge, *, by: Person, sentence: str, why: str, sources: Sequence[Thing]
) -> MainLine:
    """The same for whoever was allowed to do what it is a part of."""
    given = {"why": why}
    line, is_new = MainLine.objects.get_or_create(
        challenge=challenge, sentence=sentence, defaults={**given, "by": by}
    )
    if not is_new:
        refuse_if_different(line, given)
        return line
    trace(thing_of(line), sources=sources, challenge=challenge, by=by)
    record(challenge=challenge, by=by, verb="main-line-added", thing=thing_of(line), about=sentence, why=why)
    return line


@transaction.atomic
def let_go_main_line(line: MainLine, *, by: Person, why: str) -> None:
    """Let a main line go. It stays readable, with the reason; letting go twice changes nothing."""
    allow(by, line.challenge)
    found = MainLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if found.let_go_at is not None:
        return
    found.let_go_at, found.let_go_why = clock.now(), why
    found.save(update_fields=["let_go_at", "let_go_why"])
    record(
        challenge=line.challenge,
        by=by,
        verb="main-line-let-go",
        thing=thing_of(found),
        about=found.sentence,
        why=why,
    )


@transaction.atomic
def name_value(
    challenge: Challenge, *, by: Person, name: str, kind: ValueKind, at_stake: str, sources: Sequence[Thing]
) -> PublicValue:
    """Name a public value, and what of it is at stake here."""
    allow(by, challenge)
    given = {"kind": kind, "at_stake": at_stake}
    value, is_new = PublicValue.objects.get_or_create(challenge=challenge, name=name, defaults={**given, "by": by})
    if not is_new:
        refuse_if_different(value, given)
        return value
    trace(thing_of(value), sources=sources, challenge=challenge, by=by)
    record(challenge=challenge, by=by, verb="value-named", thing=thing_of(value), about=name, why=at_stake)
    return value
