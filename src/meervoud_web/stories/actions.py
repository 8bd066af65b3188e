"""Following people with their consent, writing down what they tell, and choosing. The only place that writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.models import Challenge, Link
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.people.models import Person
from meervoud_web.stories import rules
from meervoud_web.stories.models import ChosenStory, Consent, Domain, Reach, Story, StoryState, Teller
from meervoud_web.stories.queries import followed, on_the_table


class AlreadyThereError(Exception):
    """A pseudonym is taken, or a panel chose already."""


class ChangedMeanwhileError(Exception):
    """The story is not any more as it was read, or its teller agreed already."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What somebody consents to."""

    purpose: str
    reach: Reach
    until: date
    how: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """What somebody tells, and what changed."""

    domain: Domain
    told_on: date
    text: str
    change: str = ""
    matters: str = ""


@transaction.atomic
def follow(challenge: Challenge, *, by: Person, pseudonym: str, consent: Given) -> Teller:
    """Begin to follow somebody, under another name, with their consent."""
    _allow(by, challenge)
    teller, is_new = Teller.objects.get_or_create(challenge=challenge, pseudonym=pseudonym, defaults={"by": by})
    if not is_new:
        raise AlreadyThereError(pseudonym)
    Consent.objects.create(teller=teller, by=by, **vars(consent))
    _note(challenge, by=by, verb="teller-followed")
    return teller


@transaction.atomic
def renew_consent(teller: Teller, *, by: Person, consent: Given) -> Consent:
    """Ask somebody again: what they consent to from now on. What they said before is kept."""
    _allow(by, teller.challenge)
    held = Teller.objects.select_for_update(of=("self",)).get(pk=teller.pk)
    last = held.consents.filter(replaced_at=None).first()
    if last is not None and all(getattr(last, key) == value for key, value in vars(consent).items()):
        return last
    held.consents.filter(replaced_at=None).update(replaced_at=clock.now())
    given = Consent.objects.create(teller=held, by=by, **vars(consent))
    _note(held.challenge, by=by, verb="consent-renewed")
    return given


@transaction.atomic
def withdraw(teller: Teller, *, by: Person | None) -> None:
    """Let everything of a teller go, for good. ``None``: the teller did it, with their own link."""
    if by is not None:
        _allow(by, teller.challenge)
    held = Teller.objects.select_for_update(of=("self",)).filter(pk=teller.pk).first()
    if held is None:
        return
    let_go([held.pk])
    _note(held.challenge, by=by, verb="teller-gone")


def let_go(tellers: Sequence[int]) -> None:
    """Delete tellers with their stories, what was chosen of those, and every step of the thread to them."""
    stories = list(Story.objects.filter(teller__in=tellers))
    chosen = list(ChosenStory.objects.filter(story__in=stories))
    things = [thing_of(row) for row in (*stories, *chosen)]
    for thing in things:
        Link.objects.filter(from_kind=thing.kind, from_id=thing.id).delete()
        Link.objects.filter(to_kind=thing.kind, to_id=thing.id).delete()
    changed(*things)
    Teller.objects.filter(pk__in=tellers).delete()


@transaction.atomic
def tell(teller: Teller, *, by: Person, told: Told, sources: Sequence[Thing], request_id: UUID) -> Story:
    """Write down what somebody tells; sent twice it is told once. Its teller reads it before it is used."""
    _allow(by, teller.challenge)
    if not followed(Teller.objects.filter(pk=teller.pk)).exists():
        raise PermissionDenied
    story, is_new = Story.objects.get_or_create(
        request_id=request_id, defaults={"teller": teller, "writer": by, **vars(told)}
    )
    if not is_new:
        if story.teller_id != teller.pk:
            raise PermissionDenied
        return story
    former = teller.stories.exclude(pk=story.pk).filter(told_on__lte=story.told_on).last()
    before = [thing_of(former)] if former is not None else []
    trace(thing_of(story), sources=[*sources, *before], challenge=teller.challenge, by=by)
    record(challenge=teller.challenge, by=by, verb="story-told", thing=thing_of(story))
    return story


@transaction.atomic
def rewrite(story: Story, *, by: Person, told: Told, version: int) -> None:
    """Write it down better, as long as its teller did not agree; they read it again."""
    _allow(by, story.teller.challenge)
    held = _hold(story, version=version)
    for key, value in vars(told).items():
        setattr(held, key, value)
    held.state, held.settled_at, held.remark = StoryState.WAITING, None, ""
    held.save()
    record(challenge=story.teller.challenge, by=by, verb="story-rewritten", thing=thing_of(held))


@transaction.atomic
def agree(story: Story, *, by: Person | None, version: int, how: str = "") -> None:
    """Its teller says that it is right: through their own link (``by=None``), or to whoever read it to them."""
    if by is not None:
        _allow(by, story.teller.challenge)
    held = _hold(story, version=version)
    held.state, held.settled_at, held.agreed_how, held.remark = StoryState.AGREED, clock.now(), how, ""
    held.save()
    record(challenge=story.teller.challenge, by=by, verb="story-agreed", thing=thing_of(held))


@transaction.atomic
def say_what_is_wrong(story: Story, *, version: int, remark: str) -> None:
    """Its teller says through their own link that it is not right: it is not used before it is written better."""
    held = _hold(story, version=version)
    held.state, held.settled_at, held.remark = StoryState.WRONG, clock.now(), remark
    held.save()
    record(challenge=story.teller.challenge, by=None, verb="story-not-right", thing=thing_of(held))


@transaction.atomic
def choose_story(
    story: Story, *, by: Person, since: date, until: date, panel: str, reason: str, sources: Sequence[Thing]
) -> ChosenStory:
    """Say which story of a period a panel found the most significant in its domain, and why."""
    challenge = story.teller.challenge
    _allow(by, challenge)
    table = list(on_the_table(challenge, domain=Domain(story.domain), since=since, until=until))
    if story not in table:
        raise PermissionDenied
    chosen, is_new = ChosenStory.objects.get_or_create(
        challenge=challenge,
        domain=story.domain,
        since=since,
        until=until,
        panel=panel,
        defaults={"story": story, "reason": reason, "considered": len(table), "by": by},
    )
    if not is_new:
        if (chosen.story_id, chosen.reason) != (story.pk, reason):
            raise AlreadyThereError(panel)
        return chosen
    trace(thing_of(chosen), sources=[*sources, thing_of(story)], challenge=challenge, by=by)
    record(challenge=challenge, by=by, verb="story-chosen", thing=thing_of(chosen))
    return chosen


def _allow(by: Person, challenge: Challenge) -> None:
    if not rules.may_follow(by, challenge):
        raise PermissionDenied


def _hold(story: Story, *, version: int) -> Story:
    """Take hold of a story as somebody read it. Once its teller agreed, nobody changes it."""
    held = Story.objects.select_for_update(of=("self",)).filter(pk=story.pk, version=version).first()
    if held is None or held.is_agreed:
        raise ChangedMeanwhileError
    held.version += 1
    return held


def _note(challenge: Challenge, *, by: Person | None, verb: str) -> None:
    """About tellers the journal says that, and never who: it lasts longer than their consent."""
    record(challenge=challenge, by=by, verb=verb, thing=thing_of(challenge), role=None if by else "")
