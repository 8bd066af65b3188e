"""Who answers which theme by when: for the page of a challenge, "Wie wacht op mij" and the mail of Monday."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Waiting
from meervoud_web.feedback import rules
from meervoud_web.feedback.models import Theme
from meervoud_web.people.models import Person


def waiting_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """Themes that this person answers; those of nobody wait for everybody who works on the challenge."""
    if not rules.may_answer(person, challenge):
        return []
    of_nobody = Q(keeper=None) | Q(keeper__is_active=False)
    return _waiting(challenge.themes.filter(Q(keeper=person) | of_nobody, weighed=""))


def who_answer() -> QuerySet[Person]:
    """Everybody who has a theme to answer."""
    return Person.objects.filter(pk__in=Theme.objects.filter(weighed="").values("keeper"))


def answers_of(person: Person, until: date | None) -> list[Waiting]:
    """What this person answers over all challenges, or only what is due by a day."""
    themes = Theme.objects.filter(keeper=person, weighed="")
    return _waiting(themes.filter(answer_by__lte=until) if until else themes)


def _waiting(themes: QuerySet[Theme]) -> list[Waiting]:
    return [
        Waiting(
            what=_("Antwoord op thema: %(title)s") % {"title": theme.title},
            address=theme.get_absolute_url(),
            challenge=theme.challenge,
            since=theme.made_at,
            is_late=theme.is_late,
            due_on=theme.answer_by,
        )
        for theme in themes.select_related("challenge")
    ]
