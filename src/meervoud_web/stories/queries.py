"""Who sees which stories: with consent that holds, once the teller agreed, and as far as they allowed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from meervoud_web.challenges.models import WORKING_PARTS, Challenge, Involvement
from meervoud_web.challenges.queries.challenge import challenges_for
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.rules import may_edit_challenges
from meervoud_web.people.models import Person
from meervoud_web.stories.models import ChosenStory, Consent, Domain, Reach, Story, StoryState, Teller


def followed(tellers: QuerySet[Teller], *, today: date | None = None) -> QuerySet[Teller]:
    """Tellers whose consent holds."""
    return tellers.filter(Exists(_consents(today).filter(teller=OuterRef("pk"))))


def stories_seen_by(person: Person | None, stories: QuerySet[Story]) -> QuerySet[Story]:
    """Everything with consent for whoever works on the challenge; for others what is agreed and for everyone."""
    consents = _consents().filter(teller=OuterRef("teller"))
    held = stories.filter(Exists(consents))
    if may_edit_challenges(person):
        return held
    shown = Q(state=StoryState.AGREED, teller__challenge__in=challenges_for(person))
    for_all = held.filter(shown & Exists(consents.filter(reach=Reach.EVERYONE)))
    if person is None or not person.is_active:
        return for_all
    parts = Involvement.objects.filter(held_now(), person=person, role__in=WORKING_PARTS)
    theirs = held.filter(teller__challenge__in=parts.values("challenge"))
    return held.filter(Q(pk__in=for_all.values("pk")) | Q(pk__in=theirs.values("pk")))


def chosen_seen_by(person: Person | None, chosen: QuerySet[ChosenStory]) -> QuerySet[ChosenStory]:
    """A choice is for whoever may read the story that was chosen."""
    return chosen.filter(story__in=stories_seen_by(person, Story.objects.all()).order_by().values("pk"))


def stories_of(challenge: Challenge, *, person: Person | None) -> QuerySet[Story]:
    """The stories of a challenge that somebody may read, the newest first."""
    rows = Story.objects.filter(teller__challenge=challenge).select_related("teller__challenge", "writer")
    return stories_seen_by(person, rows).order_by("-told_on", "-pk")


def on_the_table(challenge: Challenge, *, domain: Domain, since: date, until: date) -> QuerySet[Story]:
    """What a panel chooses from: agreed stories with consent, of one period, in one domain."""
    held = followed(challenge.tellers.all()).values("pk")
    rows = Story.objects.filter(teller__in=held, state=StoryState.AGREED, domain=domain)
    return rows.filter(told_on__range=(since, until)).select_related("teller__challenge")


def told_and_chosen(challenge: Challenge, *, person: Person | None) -> list[tuple[Domain, int, int]]:
    """Of each domain how many stories there are, and how often a panel chose one: where the two part, ask why."""
    agreed = stories_of(challenge, person=person).filter(state=StoryState.AGREED)
    told = Counter(agreed.values_list("domain", flat=True))
    chosen = Counter(chosen_seen_by(person, challenge.chosen_stories.all()).values_list("domain", flat=True))
    return [(one, told[one], chosen[one]) for one in Domain if told[one] or chosen[one]]


def tellers_of(challenge: Challenge) -> QuerySet[Teller]:
    """Who is followed, with their consents and stories."""
    stories: Prefetch[Any] = Prefetch("stories", queryset=Story.objects.order_by("told_on", "pk"))
    return challenge.tellers.prefetch_related("consents", stories)


def consent_is_over(today: date) -> QuerySet[Teller]:
    """Tellers who consented until a day that has passed: all of theirs has to go."""
    return Teller.objects.exclude(pk__in=followed(Teller.objects.all(), today=today).values("pk"))


def _consents(today: date | None = None) -> QuerySet[Consent]:
    return Consent.objects.filter(replaced_at=None, until__gte=today or timezone.localdate())
