"""Writing down an assumption, bringing in evidence, judging it, and renewing what would expire."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from meervoud import assumptions
from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge, Link, LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course.actions.keeping import allow, belong_here, refuse_if_different
from meervoud_web.course.models import Assumption, Evidence, Finding, Judgement, MainLine, Quality
from meervoud_web.course.queries.confidence import line_of, weight_of
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class AssumptionText:
    """If ``condition``, then ``result``, ``because`` of something, ``provided`` something else."""

    title: str
    condition: str
    result: str
    because: str
    provided: str = ""
    start: int = 50
    valid_until: date | None = None
    main_line: MainLine | None = None


@transaction.atomic
def assume(
    challenge: Challenge,
    *,
    by: Person,
    text: AssumptionText,
    sources: Sequence[Thing],
    rests_on: Sequence[Assumption] = (),
) -> Assumption:
    """Write an assumption down. What it rests on, its main line among it, is where its thread comes from."""
    allow(by, challenge)
    grounds = [*rests_on, *([text.main_line] if text.main_line else [])]
    belong_here(grounds, challenge)
    given = {key: value for key, value in vars(text).items() if key != "title"}
    assumption, is_new = Assumption.objects.get_or_create(
        challenge=challenge, title=text.title, defaults={**given, "by": by}
    )
    if not is_new:
        refuse_if_different(assumption, given)
        return assumption
    assumption.rests_on.set(rests_on)
    from_where = [*sources, *(thing_of(ground) for ground in grounds)]
    trace(thing_of(assumption), sources=from_where, challenge=challenge, by=by)
    record(challenge=challenge, by=by, verb="assumed", thing=thing_of(assumption), about=text.title)
    return assumption


@transaction.atomic
def renew(assumption: Assumption, *, by: Person, valid_until: date | None, why: str) -> None:
    """Say until when the assumption holds from now on, and why; ``None`` is until evidence says otherwise."""
    allow(by, assumption.challenge)
    found = Assumption.objects.select_for_update(of=("self",)).get(pk=assumption.pk)
    if found.valid_until == valid_until:
        return
    found.valid_until = valid_until
    found.save(update_fields=["valid_until"])
    record(
        challenge=assumption.challenge,
        by=by,
        verb="assumption-renewed",
        thing=thing_of(found),
        about=found.title,
        why=why,
    )


@transaction.atomic
def bring_evidence(
    assumption: Assumption, *, by: Person, text: str, source: str, sources: Sequence[Thing]
) -> Evidence:
    """Bring in something that speaks for or against. It moves nothing until two people have judged it.

    ``source`` is in words, for what has the same one is correlated; ``sources`` are things of the thread.
    """
    allow(by, assumption.challenge)
    evidence, is_new = Evidence.objects.get_or_create(
        assumption=assumption, text=text, defaults={"source": source, "by": by}
    )
    if not is_new:
        refuse_if_different(evidence, {"source": source})
        return evidence
    trace(thing_of(evidence), sources=sources, challenge=assumption.challenge, by=by)
    record(
        challenge=assumption.challenge,
        by=by,
        verb="evidence-brought",
        thing=thing_of(evidence),
        about=assumption.title,
        why=text,
    )
    return evidence


@transaction.atomic
def judge(evidence: Evidence, *, by: Person, finding: Finding, quality: Quality, why: str = "") -> Judgement:
    """Say what a piece of evidence says. One judgement for each person, which stays beside that of others."""
    challenge = evidence.assumption.challenge
    allow(by, challenge)
    # Whoever judges waits for who judges now, so that each sees how the assumption stood before.
    assumption = Assumption.objects.select_for_update(of=("self",)).get(pk=evidence.assumption_id)
    was_broken = line_of(assumption).word == assumptions.Word.BROKEN
    given, is_new = Judgement.objects.get_or_create(
        evidence=evidence, judge=by, defaults={"finding": finding, "quality": quality, "why": why}
    )
    if not is_new:
        return given
    record(
        challenge=challenge,
        by=by,
        verb="evidence-judged",
        thing=thing_of(evidence),
        about=assumption.title,
        why=why,
    )
    if evidence.judgements.count() >= assumptions.JUDGES:
        _let_count(evidence, challenge=challenge)
        is_broken = line_of(assumption).word == assumptions.Word.BROKEN
        if is_broken and not was_broken:
            record(
                challenge=challenge,
                by=None,
                role="",
                verb="assumption-broke",
                thing=thing_of(assumption),
                about=assumption.title,
                why=evidence.text,
            )
    return given


def _let_count(evidence: Evidence, *, challenge: Challenge) -> None:
    """From the second judge on it counts, and the thread says whether it supports or contradicts."""
    Evidence.objects.filter(pk=evidence.pk, counts_since=None).update(counts_since=clock.now())
    result, source = thing_of(evidence.assumption), thing_of(evidence)
    kind = LinkKind.SUPPORTS if weight_of(evidence) > 0 else LinkKind.CONTRADICTS
    Link.objects.filter(
        from_kind=source.kind,
        from_id=source.id,
        to_kind=result.kind,
        to_id=result.id,
        kind__in=(LinkKind.SUPPORTS, LinkKind.CONTRADICTS),
    ).exclude(kind=kind).delete()
    trace(result, sources=[source], challenge=challenge, by=None, kind=kind)
