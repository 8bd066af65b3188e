"""The things of this app that the journal and the thread speak of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.queries.challenge import questions_seen_by, seen_by
from meervoud_web.challenges.queries.roles import involvements_seen_by
from meervoud_web.challenges.things import Kind

KINDS = (
    Kind(
        slug="challenge",
        name=_("opgave"),
        model="challenges.Challenge",
        title=str,
        address=lambda challenge: challenge.get_absolute_url(),
        seen_by=seen_by,
        words=lambda challenge: f"{challenge.question}\n{challenge.importance}\n{challenge.concerns}",
    ),
    Kind(
        slug="question",
        name=_("vraag van de opgave"),
        model="challenges.QuestionVersion",
        title=str,
        address=lambda version: version.get_absolute_url(),
        seen_by=questions_seen_by,
        related=("challenge",),
    ),
    Kind(
        slug="involvement",
        name=_("rol bij een opgave"),
        model="challenges.Involvement",
        title=str,
        address=lambda involvement: involvement.challenge.get_absolute_url(),
        seen_by=involvements_seen_by,
        related=("challenge", "person"),
    ),
)
