"""A challenge with something to tell, and papers about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone, translation

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes import actions as notes
from meervoud_web.notes.models import Promise, PromisedTo
from meervoud_web.papers import actions
from meervoud_web.papers.models import Paper, PaperKind
from meervoud_web.papers.queries import Chapter, Draft, compose, draft_of, fingerprint
from meervoud_web.people.models import Person


def a_challenge(*, public: bool = True) -> Challenge:
    slug = uuid4().hex
    return Challenge.objects.create(title="Samen langer thuis", slug=slug, question="Hoe dan?", is_public=public)


def a_promise(challenge: Challenge, *, by: Person, what: str = "Wij bellen u terug.") -> Promise:
    words = notes.PromiseWords(
        to=PromisedTo.COUNCIL,
        to_whom="de raad",
        what=what,
        due_on=timezone.localdate() + timedelta(days=20),
        keeper=by,
    )
    return notes.make_promise(challenge, by=by, words=words, sources=[thing_of(challenge)], request_id=uuid4())


def a_draft(challenge: Challenge, *, by: Person, kind: PaperKind = PaperKind.COUNCIL_LETTER) -> Paper:
    return actions.begin_paper(
        challenge, by=by, kind=kind, subject="Stand van zaken", sources=[thing_of(challenge)], request_id=uuid4()
    )


def with_words(paper: Paper, *, by: Person, text: str, section: Section = Section.COSTS) -> Paper:
    kept = draft_of(paper)
    draft = Draft(subject=paper.subject, left_out=kept.left_out, words={**kept.words, section: text})
    return actions.keep_draft(paper, by=by, draft=draft, version=paper.version)


def chapters(paper: Paper, *, by: Person) -> tuple[Chapter, ...]:
    with translation.override("nl"):
        return compose(paper, draft_of(paper), person=by)


def is_set(paper: Paper, *, by: Person, embargo: datetime | None = None) -> Paper:
    read = fingerprint(paper.subject, chapters(paper, by=by))
    return actions.set_paper(paper, by=by, read=read, embargo_until=embargo, version=paper.version)
