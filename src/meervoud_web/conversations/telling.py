"""What a paper tells of stellingenrondes: how many took part and how hard that is, and above all the minority.

Only of rounds whose result is for everyone, and only of that result: a paper is read by more than who works here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud import landscape
from meervoud_web.analyses import queries as analyses
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, register_sentences
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.conversations.models import Audience, Conversation, Statement
from meervoud_web.conversations.queries.conversations import given_names_of, result_of, texts_of
from meervoud_web.conversations.queries.points import Point, sections_of
from meervoud_web.conversations.queries.result import group_names
from meervoud_web.conversations.queries.wording import assurance_sentence, verdict_of
from meervoud_web.people.models import Person

MOST_POINTS = 3
"""Of each round; the others stand in its result, to which the source leads."""


def participation_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """How many people took part in each round, and how hard that number is."""
    for conversation, result in _results(challenge):
        facts = {
            "title": bare(conversation.title),
            "people": result.counts.participants,
            "reactions": result.counts.votes,
            "hard": assurance_sentence(conversation.assurance),
        }
        words = _("In de stellingenronde “%(title)s”: %(people)s deelnemers en %(reactions)s reacties. %(hard)s")
        yield Sentence(text=words % facts, sources=(thing_of(conversation),), key="took-part")


def minority_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What a small group holds and others do not, and what divides; or that there is nothing to be seen."""
    for conversation, result in _results(challenge):
        listed = sections_of(
            result,
            names=group_names(result, given_names_of(conversation, Audience.EVERYONE)),
            texts=texts_of(conversation),
        )
        points = {section.key: section.points[:MOST_POINTS] for section in listed}
        words = _("Minderheidsgeluid: “%(text)s”. %(sentence)s")
        yield from _points(conversation, points.get("minority", ()), words)
        words = _("Hierover verschillen groepen: “%(text)s”. %(sentence)s")
        yield from _points(conversation, points.get("divides", ()), words)
        if not points.get("minority"):
            facts = {"title": bare(conversation.title), "verdict": verdict_of(result).headline}
            words = _("In de stellingenronde “%(title)s” is geen minderheidsgeluid gevonden. %(verdict)s.")
            yield Sentence(text=words % facts, sources=(thing_of(conversation),), key="no-minority")


def _results(challenge: Challenge) -> Iterator[tuple[Conversation, landscape.Landscape]]:
    for conversation in Conversation.objects.filter(challenge=challenge, is_public=True).order_by("pk"):
        newest = analyses.newest_result(Audience.EVERYONE, conversation.pk)
        if newest is not None:
            yield conversation, result_of(newest)


def _points(conversation: Conversation, points: tuple[Point, ...], words: str) -> Iterator[Sentence]:
    named = [point.statement for point in points]
    rows = Statement.objects.filter(conversation=conversation, external_id__in=named)
    keys = dict(rows.values_list("external_id", "pk"))
    for point in points:
        statement = (Thing("statement", keys[point.statement]),) if point.statement in keys else ()
        yield Sentence(
            text=words % {"text": bare(point.text), "sentence": point.sentence},
            sources=(*statement, thing_of(conversation)),
            key="point",
        )


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.TAKES_PART, participation_told)
    register_sentences(Section.DISSENT, minority_told)
