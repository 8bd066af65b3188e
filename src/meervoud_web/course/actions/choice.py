"""Writing down a choice with what it rests on, and looking at it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course.actions.keeping import allow, belong_here, refuse_if_different
from meervoud_web.course.models import Assumption, Choice, Outcome, SecondLook
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class ChoiceText:
    """What was chosen, by whom, with which mandate, and the three plain questions."""

    what: str
    chosen_by: str
    mandate: str
    chosen_on: date
    weighed: str
    on_monday: str
    courage: str


@transaction.atomic
def choose(
    challenge: Challenge,
    *,
    by: Person,
    text: ChoiceText,
    sources: Sequence[Thing],
    on: Sequence[Assumption] = (),
    builds_on: Sequence[Choice] = (),
) -> Choice:
    """Write a choice down. The assumptions and choices on which it rests are where its thread comes from."""
    allow(by, challenge)
    belong_here([*on, *builds_on], challenge)
    given = {key: value for key, value in vars(text).items() if key != "what"}
    choice, is_new = Choice.objects.get_or_create(
        challenge=challenge, what=text.what, defaults={**given, "by": by}
    )
    if not is_new:
        refuse_if_different(choice, given)
        return choice
    choice.assumptions.set(on)
    choice.builds_on.set(builds_on)
    grounds = [*sources, *(thing_of(ground) for ground in (*on, *builds_on))]
    trace(thing_of(choice), sources=grounds, challenge=challenge, by=by)
    record(challenge=challenge, by=by, verb="chosen", thing=thing_of(choice), about=text.what, why=text.weighed)
    return choice


@transaction.atomic
def look_again(choice: Choice, *, by: Person, outcome: Outcome, why: str) -> SecondLook:
    """Keep a choice, adapt it or take it back, with the reason. Sent twice it is one look."""
    allow(by, choice.challenge)
    held = Choice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    last = held.second_looks.order_by("at", "pk").last()
    if last is not None and (last.outcome, last.why) == (outcome, why):
        return last
    look = SecondLook.objects.create(choice=held, outcome=outcome, why=why, by=by)
    record(
        challenge=choice.challenge, by=by, verb=f"choice-{outcome}", thing=thing_of(held), about=held.what, why=why
    )
    return look
