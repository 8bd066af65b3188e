"""How confidence in an assumption moves: odds × ratio ^ quality, one piece of evidence after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, isfinite, log
from statistics import fmean

from meervoud.assumptions.presets import CORRELATED, HIGHEST, LOWEST, QUALITIES, RATIOS, Evidence, Finding, Quality
from meervoud.assumptions.words import Word, word_for
from meervoud.errors import MethodError


@dataclass(frozen=True, kw_only=True)
class Step:
    """Where confidence stood when this piece of evidence began to count.

    Attributes
    ----------
    key
        The key of the evidence.
    confidence
        By the mean of what its judges, and those of all evidence before it, found.
    lowest, highest
        By the judge who thought least, and by the one who thought most, of each piece of evidence.
    is_correlated
        Whether this evidence counts less because its source said something stronger, before it or with it.
    judges_differ
        Whether its judges gave it different weights.
    """

    key: str
    confidence: float
    lowest: float
    highest: float
    is_correlated: bool
    judges_differ: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """Confidence through time: where it began, and a step for each piece of evidence that counts."""

    start: float
    steps: tuple[Step, ...]

    @property
    def now(self) -> float:
        """Confidence after all evidence."""
        return self.steps[-1].confidence if self.steps else self.start

    @property
    def lowest(self) -> float:
        """Confidence by the judges who thought least of the assumption."""
        return self.steps[-1].lowest if self.steps else self.start

    @property
    def highest(self) -> float:
        """Confidence by the judges who thought most of the assumption."""
        return self.steps[-1].highest if self.steps else self.start

    @property
    def word(self) -> Word:
        """Confidence in one of five words."""
        return word_for(self.now)


def confidence_line(start: float, evidence: Sequence[Evidence]) -> Line:
    """Follow confidence in an assumption through its evidence, in the order in which it began to count.

    Evidence with fewer than two judges moves nothing and gives no step. Each step is what one could know then:
    when a source says something stronger later, its earlier evidence counts less from there on, and the steps
    before it stay as they were.

    Parameters
    ----------
    start
        Confidence before any evidence, between 0 and 1; it is held within 2 and 98 %.
    evidence
        In the order of time. Cost grows with the square of its number.

    Raises
    ------
    MethodError
        With code ``bad-confidence`` when ``start`` is not between 0 and 1, and ``duplicate-id`` when two pieces of
        evidence carry the same key.

    Examples
    --------
    >>> from meervoud.assumptions import Judgement

    A smoking gun, found and checked by both judges, takes even odds to ten to one:

    >>> both = tuple(Judgement(judge=name, finding="gun-found", quality="checked") for name in "AB")
    >>> round(confidence_line(0.5, [Evidence(key="1", judgements=both)]).now, 4)
    0.9091

    The same source once more counts with a quarter at most (10 × 10 ** 0.25):

    >>> twice = [Evidence(key=key, source="the survey", judgements=both) for key in "12"]
    >>> round(confidence_line(0.5, twice).now, 4)
    0.9468
    """
    if not (isfinite(start) and 0 <= start <= 1):
        raise MethodError("confidence lies between 0 and 1", code="bad-confidence", value=start)
    keys = [one.key for one in evidence]
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise MethodError("each piece of evidence has its own key", code="duplicate-id", value=twice)
    counted = [one for one in evidence if one.counts]
    return Line(
        start=_held(start), steps=tuple(_step(start, counted[: number + 1]) for number in range(len(counted)))
    )


def _step(start: float, known: Sequence[Evidence]) -> Step:
    strongest = _strongest_of_each_source(known)
    capped = [bool(one.source) and strongest[one.source] != one.key for one in known]
    weights = [_weights(one, is_correlated=less) for one, less in zip(known, capped, strict=True)]
    newest = weights[-1]
    return Step(
        key=known[-1].key,
        confidence=_walk(start, weights, fmean),
        lowest=_walk(start, weights, min),
        highest=_walk(start, weights, max),
        is_correlated=capped[-1],
        judges_differ=max(newest) - min(newest) > 1e-12,
    )


def _strongest_of_each_source(known: Sequence[Evidence]) -> dict[str, str]:
    """The key of the evidence that counts in full, for each source; of two as strong, the first."""
    best: dict[str, tuple[float, str]] = {}
    for one in known:
        force = abs(fmean(_weights(one, is_correlated=False)))
        if one.source not in best or force > best[one.source][0] + 1e-12:
            best[one.source] = (force, one.key)
    return {source: key for source, (_force, key) in best.items()}


def _weights(evidence: Evidence, *, is_correlated: bool) -> list[float]:
    """What each judge adds to the logarithm of the odds."""
    ceiling = CORRELATED if is_correlated else 1.0
    return [
        min(QUALITIES[Quality(one.quality)], ceiling) * log(RATIOS[Finding(one.finding)])
        for one in evidence.judgements
    ]


def _walk(
    start: float, weights: Sequence[Sequence[float]], of_judges: Callable[[Sequence[float]], float]
) -> float:
    confidence = _held(start)
    for some in weights:
        odds = confidence / (1 - confidence) * exp(of_judges(some))
        confidence = _held(odds / (1 + odds))
    return confidence


def _held(confidence: float) -> float:
    return min(max(confidence, LOWEST), HIGHEST)
