"""Who may see which themes: drafts are for who works on the challenge, the others for whoever may see it."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from meervoud_web.challenges.queries.challenge import challenges_for
from meervoud_web.challenges.rules import may_edit_challenges
from meervoud_web.feedback.models import Theme
from meervoud_web.notes.queries import worked_on_by
from meervoud_web.people.models import Person

Row = TypeVar("Row", bound=Model)


def themes_seen_by(person: Person | None, themes: QuerySet[Theme]) -> QuerySet[Theme]:
    """What everyone may read of the challenges that this person may see, and all where they work."""
    published = Q(published_at__isnull=False, challenge__in=challenges_for(person))
    if person is None:
        return themes.filter(published)
    if person.is_active and may_edit_challenges(person):
        return themes
    return themes.filter(published | Q(challenge__in=worked_on_by(person)))


def with_their_theme(person: Person | None, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Answers and results are read with their theme."""
    return rows.filter(theme__in=themes_seen_by(person, Theme.objects.all()))
