"""Saying in what the government has a role, which one it has, and which one somebody wants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.framings import rules
from meervoud_web.framings.models import Framing, FramingVersion, GovernmentTopic, LadderPosition, View
from meervoud_web.people.models import Person


class TopicTakenError(Exception):
    """There is a topic of this name already."""


def ask_role(challenge: Challenge, *, by: Person, about: str, sources: Sequence[Thing]) -> GovernmentTopic:
    """Name something in which the government has a role."""
    if not rules.may_write_for_others(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            topic = GovernmentTopic.objects.create(challenge=challenge, about=about)
            trace(thing_of(topic), sources=sources, challenge=challenge, by=by)
            record(challenge=challenge, by=by, verb="role-asked", thing=thing_of(topic), about=about)
            return topic
    except IntegrityError as error:
        raise TopicTakenError(about) from error


def place(
    topic: GovernmentTopic, *, by: Person, view: View, rung: int, since: date, why: str, request_id: UUID
) -> None:
    """Say how it is, or what the municipality wants, from a day on."""
    if view == View.ACTORS or not rules.may_write_for_others(by, topic.challenge):
        raise PermissionDenied
    position = LadderPosition(
        topic=topic, view=view, rung=rung, since=since, why=why, by=by, request_id=request_id
    )
    verb = "role-placed" if view == View.ACTUAL else "role-wanted"
    _keep(position, by=by, verb=verb, thing=thing_of(topic))


def want(
    topic: GovernmentTopic, *, by: Person, framing: Framing, rung: int, since: date, why: str, request_id: UUID
) -> None:
    """Say which role an actor wants: only who speaks for the actor. Who reads their framing reads this."""
    if framing.challenge_id != topic.challenge_id or not rules.speaks_for(by, framing):
        raise PermissionDenied
    position = LadderPosition(
        topic=topic,
        view=View.ACTORS,
        framing=framing,
        rung=rung,
        since=since,
        why=why,
        by=by,
        request_id=request_id,
    )
    newest = FramingVersion.objects.filter(framing=framing).latest("number")
    _keep(position, by=by, verb="role-wanted", thing=thing_of(newest))


def _keep(position: LadderPosition, *, by: Person, verb: str, thing: Thing) -> None:
    try:
        with transaction.atomic():
            position.save(force_insert=True)
            challenge, about = position.topic.challenge, f"{position.topic}: {position.get_rung_display()}"
            record(challenge=challenge, by=by, verb=verb, thing=thing, about=about, why=position.why)
    except IntegrityError:
        if not LadderPosition.objects.filter(request_id=position.request_id).exists():
            raise
