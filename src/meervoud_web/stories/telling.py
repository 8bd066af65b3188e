"""What a paper tells of stories: which one a panel chose, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, in_short, on_day, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.stories.queries import chosen_seen_by


def stories_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Only stories that everyone may read: a paper is printed and read by whoever asks for it."""
    for one in chosen_seen_by(None, challenge.chosen_stories.select_related("story__teller")):
        if since is None or one.at > since:
            facts = {
                "panel": one.panel,
                "domain": one.get_domain_display(),
                "since": on_day(one.since),
                "until": on_day(one.until),
                "number": one.considered,
                "why": in_short(one.reason),
            }
            words = _(
                "Van %(number)d verhalen tussen %(since)s en %(until)s over wat er veranderde (%(domain)s) koos "
                "%(panel)s er één. De reden: %(why)s"
            )
            yield Sentence(text=words % facts, sources=(thing_of(one),))


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.MOVES, stories_told)
