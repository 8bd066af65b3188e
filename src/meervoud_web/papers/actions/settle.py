"""Setting a paper: its sentences stay as they were read, each with the source that it came from."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import translation

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import trace
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.papers.actions.write import ChangedMeanwhileError, hold_draft, note
from meervoud_web.papers.models import Paper, PaperSentence, PaperSource, PaperWords
from meervoud_web.papers.queries.chapters import Chapter, Line, fingerprint
from meervoud_web.papers.queries.composing import compose, draft_of
from meervoud_web.people.models import Person

LANGUAGE = "nl"
"""The language of a paper, whatever its maker reads on screen."""


@transaction.atomic
def set_paper(paper: Paper, *, by: Person, read: str, embargo_until: datetime | None, version: int) -> Paper:
    """Freeze a draft as it was read (``read`` is its fingerprint), for everybody at once after the embargo.

    Raises
    ------
    ChangedMeanwhileError
        When what it is composed from says something else by now: then its maker reads it once more.
    """
    found = hold_draft(paper, by=by, version=version)
    with translation.override(LANGUAGE):
        chapters = compose(found, draft_of(found), person=by)
    if fingerprint(found.subject, chapters) != read:
        raise ChangedMeanwhileError(found.subject)
    _freeze(found, chapters)
    found.set_at, found.set_by, found.embargo_until = clock.now(), by, embargo_until
    found.changed_at, found.left_out = found.set_at, []
    found.save()
    found.words.all().delete()
    trace(thing_of(found), sources=_sources(chapters), challenge=found.challenge, by=by)
    note(found, by=by, verb="paper-set")
    return found


def _sources(chapters: tuple[Chapter, ...]) -> list[Thing]:
    lines = [line for chapter in chapters for line in chapter.lines]
    return list({cited.thing: None for line in lines for cited in line.sources})


def _freeze(paper: Paper, chapters: tuple[Chapter, ...]) -> None:
    words = {one.section: one for one in paper.words.all()}
    place = 0
    for chapter in chapters:
        for line in chapter.lines:
            place += 1
            _keep(line, paper=paper, chapter=chapter, place=place, words=words.get(chapter.section))


def _keep(line: Line, *, paper: Paper, chapter: Chapter, place: int, words: PaperWords | None) -> None:
    own = words if line.is_own else None
    row = PaperSentence.objects.create(
        paper=paper,
        section=chapter.section,
        place=place,
        mark=line.mark[:500],
        text=line.text,
        is_own=line.is_own,
        author=own.author if own else None,
        author_role=own.author_role if own else "",
    )
    PaperSource.objects.bulk_create(
        [
            PaperSource(
                sentence=row,
                thing_kind=cited.thing.kind,
                thing_id=cited.thing.id,
                kind=cited.kind[:60],
                title=cited.title,
                address=cited.address[:300],
            )
            for cited in line.sources
        ]
    )
