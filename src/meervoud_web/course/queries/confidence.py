"""From rows to the engine: how confidence in an assumption stands and moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from meervoud import assumptions
from meervoud.assumptions import Line, Step, Word
from meervoud_web.course.models import Assumption, Evidence, Judgement
from meervoud_web.course.words import WORDS


@dataclass(frozen=True, kw_only=True)
class Stand:
    """An assumption as it stands today."""

    assumption: Assumption
    line: Line
    counted: tuple[tuple[Evidence, Step], ...]
    waiting: tuple[Evidence, ...]
    is_expired: bool
    sleeps_since: date | None
    fell_at: datetime | None

    @property
    def word(self) -> Word:
        """Confidence in one of five words."""
        return self.line.word

    @property
    def said(self) -> Promise:
        """That word in Dutch."""
        return WORDS[self.word]

    @property
    def percent(self) -> int:
        """Confidence in whole per cents."""
        return round(100 * self.line.now)

    @property
    def spread(self) -> tuple[int, int] | None:
        """What the most cautious and the most convinced judges make of it, where they part."""
        low, high = round(100 * self.line.lowest), round(100 * self.line.highest)
        return (low, high) if low != high else None

    @property
    def has_fallen(self) -> bool:
        """Whether what hangs on it is to be reconsidered."""
        return self.fell_at is not None


def with_evidence(rows: QuerySet[Assumption]) -> QuerySet[Assumption]:
    """Fetch the evidence and its judgements along, in two queries for all."""
    judgements = Judgement.objects.select_related("judge")
    evidence = Evidence.objects.prefetch_related(Prefetch("judgements", queryset=judgements))
    return rows.prefetch_related(Prefetch("evidence", queryset=evidence))


def stand_of(assumption: Assumption, *, today: date | None = None) -> Stand:
    """How an assumption stands. Its evidence is best fetched along by :func:`with_evidence`."""
    today = today or timezone.localdate()
    rows = list(assumption.evidence.all())
    counted = _in_order(rows)
    line = _line(assumption, counted)
    last = max([assumption.at, *(one.at for one in rows)])
    return Stand(
        assumption=assumption,
        line=line,
        counted=tuple(zip(counted, line.steps, strict=True)),
        waiting=tuple(one for one in rows if one.counts_since is None),
        is_expired=assumption.has_expired(today),
        sleeps_since=assumptions.sleeps_since(timezone.localdate(last), today=today),
        fell_at=_fell_at(assumption, counted, line, today=today),
    )


def line_of(assumption: Assumption) -> Line:
    """Confidence in an assumption through its evidence."""
    return _line(assumption, _in_order(assumption.evidence.prefetch_related("judgements")))


def weight_of(evidence: Evidence) -> float:
    """Whether this evidence by itself lifts (above nothing) or lowers (below it) an assumption of even odds."""
    return assumptions.confidence_line(0.5, [_given(evidence)]).now - 0.5


def _in_order(rows: Iterable[Evidence]) -> list[Evidence]:
    counted = [(one.counts_since, one.pk, one) for one in rows if one.counts_since is not None]
    return [one for _since, _pk, one in sorted(counted, key=lambda row: row[:2])]


def _line(assumption: Assumption, counted: list[Evidence]) -> Line:
    return assumptions.confidence_line(assumption.start / 100, [_given(one) for one in counted])


def _given(evidence: Evidence) -> assumptions.Evidence:
    return assumptions.Evidence(
        key=str(evidence.pk),
        source=" ".join(evidence.source.casefold().split()),
        judgements=tuple(
            assumptions.Judgement(judge=str(one.pk), finding=one.finding, quality=one.quality)
            for one in evidence.judgements.all()
        ),
    )


def _fell_at(assumption: Assumption, counted: list[Evidence], line: Line, *, today: date) -> datetime | None:
    """When it broke, for the last time and until now, or when it expired: whichever came first."""
    moments = [assumption.at, *(one.counts_since for one in counted)]
    words = [assumptions.word_for(line.start), *(assumptions.word_for(step.confidence) for step in line.steps)]
    broke: datetime | None = None
    for moment, word in zip(moments, words, strict=True):
        broke = (broke or moment) if word == Word.BROKEN else None
    if assumption.valid_until is not None and assumption.has_expired(today):
        day_after = assumption.valid_until + timedelta(days=1)
        expired = timezone.make_aware(datetime.combine(day_after, time.min))
        return min(broke, expired) if broke else expired
    return broke
