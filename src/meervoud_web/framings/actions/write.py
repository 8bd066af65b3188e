"""Writing how an actor sees the challenge: for one's own actor, or on behalf of another who then answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge, LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.framings import rules
from meervoud_web.framings.models import Framing, FramingVersion, Recognised
from meervoud_web.people.models import Person


class ActorTakenError(Exception):
    """There is a framing of this actor already: write a new version of that one."""


class RewrittenMeanwhileError(Exception):
    """Somebody wrote another version since the reader opened this one."""


@dataclass(frozen=True, kw_only=True)
class FramingWords:
    """What an actor sees, in their words."""

    problem: str
    cause: str = ""
    responsibility: str = ""
    value: str = ""
    solution: str = ""
    words: str = ""


def begin_framing(
    challenge: Challenge,
    *,
    by: Person,
    actor: str,
    holder: Person | None,
    words: FramingWords,
    sources: Sequence[Thing],
    request_id: UUID,
) -> Framing:
    """Write the first version. Sent twice, as by a double click, it is written once.

    Who writes for their own actor stands behind it at once; what is written for another waits for their answer.
    """
    allowed = rules.may_begin(by, challenge) if holder == by else rules.may_write_for_others(by, challenge)
    if not allowed or (holder is not None and not rules.reads_along(holder, challenge)):
        raise PermissionDenied
    try:
        with transaction.atomic():
            framing = Framing.objects.create(
                challenge=challenge, actor=actor, holder=holder, request_id=request_id
            )
            _write(framing, by=by, words=words, reason="", sources=sources, number=1)
            return framing
    except IntegrityError as error:
        known = Framing.objects.filter(request_id=request_id, challenge=challenge).first()
        if known is None:
            raise ActorTakenError(actor) from error
        return known


def rewrite(
    framing: Framing, *, by: Person, words: FramingWords, reason: str, sources: Sequence[Thing], number: int
) -> FramingVersion:
    """Write a new version with its reason, after version ``number``; every earlier one stays readable."""
    if not rules.may_rewrite(by, framing):
        raise PermissionDenied
    with transaction.atomic():
        found = take_hold(framing, number=number)
        return _write(found, by=by, words=words, reason=reason, sources=sources, number=number + 1)


def take_hold(framing: Framing, *, number: int) -> Framing:
    """Hold on to a framing whose newest version is still ``number``: who comes second gets to see the first."""
    found = Framing.objects.select_for_update(of=("self",)).select_related("challenge").get(pk=framing.pk)
    newest = found.versions.order_by("-number").values_list("number", flat=True).first()
    if newest != number:
        raise RewrittenMeanwhileError(found.actor)
    return found


def _write(
    framing: Framing, *, by: Person, words: FramingWords, reason: str, sources: Sequence[Thing], number: int
) -> FramingVersion:
    own = framing.holder_id == by.pk
    if own:
        framing.versions.filter(is_shown=True).update(is_shown=False)
    version = FramingVersion.objects.create(
        framing=framing,
        number=number,
        reason=reason,
        by=by,
        on_behalf=not own,
        recognised=Recognised.CONFIRMED if own else Recognised.WAITING,
        answered_at=clock.now() if own else None,
        is_shown=own,
        **vars(words),
    )
    kind = LinkKind.CAME_FROM if number == 1 else LinkKind.CHANGED_BY
    trace(thing_of(version), sources=sources, challenge=framing.challenge, by=by, kind=kind)
    note(version, by=by, verb="framing-written", why=reason)
    return version


def note(version: FramingVersion, *, by: Person, verb: str, why: str = "") -> None:
    """Write down in the journal what was done with a version; who may not read it does not read this either."""
    framing = version.framing
    record(challenge=framing.challenge, by=by, verb=verb, thing=thing_of(version), about=framing.actor, why=why)
