"""Beginning a paper, keeping what somebody wants in it, and throwing a draft away."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.roles import role_of
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.papers import rules
from meervoud_web.papers.models import Paper, PaperKind, PaperWords
from meervoud_web.papers.queries.chapters import Draft
from meervoud_web.papers.queries.composing import compose
from meervoud_web.papers.queries.length import left_out_to_fit
from meervoud_web.people.models import Person


class ChangedMeanwhileError(Exception):
    """Somebody else changed, set or threw away the paper since this person looked at it."""


def begin_paper(
    challenge: Challenge, *, by: Person, kind: PaperKind, subject: str, sources: Sequence[Thing], request_id: UUID
) -> Paper:
    """Begin a draft no longer than its readers read; sent twice, it is one.

    What it is composed from becomes its sources when it is set.
    """
    if not rules.may_write(by, challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            paper = Paper.objects.create(
                challenge=challenge, kind=kind, subject=subject, begun_by=by, request_id=request_id
            )
            paper.left_out = sorted(left_out_to_fit(compose(paper, Draft(subject=subject), person=by)))
            paper.save(update_fields=["left_out"])
            trace(thing_of(paper), sources=sources, challenge=challenge, by=by)
            note(paper, by=by, verb="paper-begun")
            return paper
    except IntegrityError:
        known = Paper.objects.filter(request_id=request_id, challenge=challenge).first()
        if known is None:
            raise PermissionDenied from None
        return known


@transaction.atomic
def keep_draft(paper: Paper, *, by: Person, draft: Draft, version: int) -> Paper:
    """Keep the subject, what is left out, and own words, each with who wrote them last."""
    found = hold_draft(paper, by=by, version=version)
    kept = {one.section: one for one in found.words.all()}
    for section, text in draft.words.items():
        before = kept.get(section)
        if not text:
            found.words.filter(section=section).delete()
        elif before is None or before.text != text:
            words = {"text": text, "author": by, "author_role": role_of(by, found.challenge)}
            PaperWords.objects.update_or_create(paper=found, section=section, defaults=words)
    found.subject, found.left_out, found.changed_at = draft.subject, sorted(draft.left_out), clock.now()
    found.save(update_fields=["subject", "left_out", "changed_at", "version"])
    return found


@transaction.atomic
def throw_away(paper: Paper, *, by: Person, version: int) -> None:
    """Throw a draft away, own words and all. A paper that is set stays."""
    found = hold_draft(paper, by=by, version=version)
    note(found, by=by, verb="paper-thrown-away")
    found.delete()


def hold_draft(paper: Paper, *, by: Person, version: int) -> Paper:
    """Take hold of a draft as this person saw it; who comes second gets to see what came first."""
    if not rules.may_write(by, paper.challenge):
        raise PermissionDenied
    rows = Paper.objects.select_for_update(of=("self",)).select_related("challenge")
    found = rows.filter(pk=paper.pk, set_at=None, version=version).first()
    if found is None:
        raise ChangedMeanwhileError(paper.subject)
    found.version += 1
    return found


def note(paper: Paper, *, by: Person, verb: str, why: str = "") -> None:
    """Write in the journal what was done with a paper."""
    record(challenge=paper.challenge, by=by, verb=verb, thing=thing_of(paper), about=str(paper)[:300], why=why)
