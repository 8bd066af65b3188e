"""Recording dissent, correcting and adding to it, saying what may be public of it, and answering it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge, LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course import rules
from meervoud_web.course.actions.keeping import AlreadyWrittenError, belong_here, refuse_if_different
from meervoud_web.course.models import (
    Choice,
    Dissent,
    DissentAddition,
    DissentAnswer,
    DissentVersion,
    Openness,
    Reply,
)
from meervoud_web.people.models import Person


class TooLateError(PermissionDenied):
    """The choice is set: from now on its author can only add to it."""


@dataclass(frozen=True, kw_only=True)
class DissentText:
    """What somebody would do otherwise, why, and from which trade they say so."""

    otherwise: str
    why: str
    trade: str


@transaction.atomic
def dissent(
    challenge: Challenge,
    *,
    by: Person,
    text: DissentText,
    openness: Openness,
    sources: Sequence[Thing],
    choice: Choice | None = None,
) -> Dissent:
    """File dissent from a choice, or from the course as a whole. The seals of the journal cover its words."""
    if not rules.may_dissent(by, challenge):
        raise PermissionDenied
    belong_here([choice] if choice else [], challenge)
    given = {"why": text.why, "trade": text.trade, "choice": choice}
    filed, is_new = Dissent.objects.get_or_create(
        challenge=challenge,
        author=by,
        otherwise=text.otherwise,
        defaults={**given, "openness": openness},
    )
    if not is_new:
        refuse_if_different(filed, given)
        return filed
    trace(thing_of(filed), sources=sources, challenge=challenge, by=by)
    if choice is not None:
        trace(thing_of(choice), sources=[thing_of(filed)], challenge=challenge, by=by, kind=LinkKind.CONTRADICTS)
    _note(filed, by=by, verb="dissent-filed", why=text.why)
    return filed


@transaction.atomic
def correct_dissent(filed: Dissent, *, by: Person, text: DissentText) -> None:
    """Put one's own words right while that can be done; how they read before is kept."""
    held = _own(filed, by=by)
    if not held.can_be_corrected(clock.now()):
        raise TooLateError(held.otherwise)
    if text == DissentText(otherwise=held.otherwise, why=held.why, trade=held.trade):
        return
    same = Dissent.objects.filter(challenge=held.challenge, author=by, otherwise=text.otherwise)
    if same.exclude(pk=held.pk).exists():
        raise AlreadyWrittenError(text.otherwise)
    number = held.versions.count() + 1
    DissentVersion.objects.create(dissent=held, number=number, otherwise=held.otherwise, why=held.why)
    held.otherwise, held.why, held.trade = text.otherwise, text.why, text.trade
    held.save(update_fields=["otherwise", "why", "trade"])
    _note(held, by=by, verb="dissent-corrected", why=text.why)


@transaction.atomic
def add_to_dissent(filed: Dissent, *, by: Person, text: str) -> DissentAddition:
    """Add to one's own dissent, however long ago it was filed. Sent twice it is added once."""
    held = _own(filed, by=by)
    known = held.additions.filter(text=text).first()
    if known is not None:
        return known
    added = DissentAddition.objects.create(dissent=held, text=text)
    _note(held, by=by, verb="dissent-added-to", why=text)
    return added


@transaction.atomic
def open_dissent(filed: Dissent, *, by: Person, openness: Openness) -> None:
    """Say what may be public of one's own dissent; only its author can, and can take it back."""
    held = _own(filed, by=by)
    if held.openness == openness:
        return
    held.openness = openness
    held.save(update_fields=["openness"])
    _note(held, by=by, verb=f"dissent-{openness}")


@transaction.atomic
def answer_dissent(filed: Dissent, *, by: Person, reply: Reply, reason: str, decided_by: str) -> DissentAnswer:
    """Answer dissent, with the reason. Every answer stays; the same one sent twice is one."""
    if not rules.may_answer(by, filed):
        raise PermissionDenied
    held = Dissent.objects.select_for_update(of=("self",)).get(pk=filed.pk)
    last = held.answers.last()
    if last is not None and (last.reply, last.reason, last.decided_by) == (reply, reason, decided_by):
        return last
    answer = DissentAnswer.objects.create(dissent=held, reply=reply, reason=reason, decided_by=decided_by, by=by)
    _note(held, by=by, verb="dissent-answered", why=reason)
    return answer


def _own(filed: Dissent, *, by: Person) -> Dissent:
    """Take hold of dissent for its author; for nobody else."""
    held = Dissent.objects.select_for_update(of=("self",)).select_related("challenge", "choice").get(pk=filed.pk)
    if held.author_id is None or held.author_id != by.pk or not by.is_active:
        raise PermissionDenied
    return held


def _note(filed: Dissent, *, by: Person, verb: str, why: str = "") -> None:
    record(challenge=filed.challenge, by=by, verb=verb, thing=thing_of(filed), about=filed.otherwise, why=why)
