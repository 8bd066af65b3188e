"""Stories on the page of a challenge, under what was learned, and what waits for who writes them down."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.people.models import Person
from meervoud_web.stories import rules
from meervoud_web.stories.models import Consent, Story, StoryState
from meervoud_web.stories.queries import chosen_seen_by, stories_of

SOON = timedelta(days=30)


def stories_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """The newest story that a panel chose, and how many there are to read."""
    number = stories_of(challenge, person=person).count()
    may_follow = rules.may_follow(person, challenge)
    if not number and not may_follow:
        return None
    chosen = chosen_seen_by(person, challenge.chosen_stories.select_related("story__teller__challenge")).first()
    context = {"challenge": challenge, "chosen": chosen, "number": number, "may_follow": may_follow}
    return Panel(template="stories/panel.html", context=context, order=40, movement=Movement.LEARN)


def waiting_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """Stories that their teller finds not right, and consent that runs out within a month."""
    if not rules.may_follow(person, challenge):
        return []
    wrong: list[Story] = list(stories_of(challenge, person=person).filter(state=StoryState.WRONG))
    found = [
        Waiting(
            what=_("De verteller vindt dat dit niet klopt: %(what)s") % {"what": one},
            address=one.get_absolute_url(),
            challenge=challenge,
            since=one.settled_at,
        )
        for one in wrong
    ]
    return found + _runs_out(challenge)


def _runs_out(challenge: Challenge) -> list[Waiting]:
    today = timezone.localdate()
    consents = Consent.objects.filter(
        teller__challenge=challenge, replaced_at=None, until__range=(today, today + SOON)
    )
    return [
        Waiting(
            what=_("De toestemming van %(who)s loopt af") % {"who": one.teller.pseudonym},
            address=reverse("stories:teller", args=[challenge.slug, one.teller_id]),
            challenge=challenge,
        )
        for one in consents.select_related("teller")
    ]
