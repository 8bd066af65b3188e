"""What judges can find, how much each finding says, and the evidence that they judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from meervoud.errors import MethodError


class Finding(StrEnum):
    """What a test of an assumption showed: four tests, each with two outcomes (Van Evera 1997, pages 31-32)."""

    STRAW_FOR = "straw-for"
    STRAW_AGAINST = "straw-against"
    HOOP_PASSED = "hoop-passed"
    HOOP_MISSING = "hoop-missing"
    GUN_FOUND = "gun-found"
    GUN_MISSING = "gun-missing"
    DECISIVE_FOR = "decisive-for"
    DECISIVE_AGAINST = "decisive-against"


class Quality(StrEnum):
    """How well the evidence was looked into."""

    HEARSAY = "hearsay"
    SEEN = "seen"
    CHECKED = "checked"


RATIOS: Mapping[Finding, float] = MappingProxyType(
    {
        Finding.STRAW_FOR: 1.5,
        Finding.STRAW_AGAINST: 1 / 1.5,
        Finding.HOOP_PASSED: 1.5,
        Finding.HOOP_MISSING: 1 / 10,
        Finding.GUN_FOUND: 10.0,
        Finding.GUN_MISSING: 1 / 1.5,
        Finding.DECISIVE_FOR: 20.0,
        Finding.DECISIVE_AGAINST: 1 / 20,
    }
)
"""How many times likelier the finding is when the assumption holds than when it does not."""

QUALITIES: Mapping[Quality, float] = MappingProxyType(
    {Quality.HEARSAY: 0.25, Quality.SEEN: 0.5, Quality.CHECKED: 1.0}
)
"""The power to which the ratio is raised: what was only heard of moves the odds by the fourth root."""

CORRELATED = 0.25
"""The quality, at most, of evidence from a source that already said something stronger."""
LOWEST, HIGHEST = 0.02, 0.98
"""Confidence never leaves these bounds, so that later evidence can always move it again."""
JUDGES = 2
"""From how many judges on a piece of evidence counts."""

Known = TypeVar("Known", Finding, Quality)


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What one person makes of one piece of evidence.

    Parameters
    ----------
    judge
        Who judges; twice the same judge on one piece of evidence is refused.
    finding, quality
        A member of :class:`Finding` and of :class:`Quality`, or its text.

    Raises
    ------
    MethodError
        With code ``bad-judgement`` when the finding or the quality is not known.
    """

    judge: str
    finding: Finding | str
    quality: Quality | str

    def __post_init__(self) -> None:
        object.__setattr__(self, "finding", _member(Finding, self.finding))
        object.__setattr__(self, "quality", _member(Quality, self.quality))


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Something that speaks for or against an assumption, with what each judge makes of it.

    ``source`` says where it comes from: what has the same source is correlated. An empty source stands alone.
    """

    key: str
    source: str = ""
    judgements: tuple[Judgement, ...] = ()

    def __post_init__(self) -> None:
        judges = [one.judge for one in self.judgements]
        if len(set(judges)) < len(judges):
            twice = next(judge for judge in judges if judges.count(judge) > 1)
            raise MethodError("a judge judges a piece of evidence once", code="duplicate-judge", value=twice)

    @property
    def counts(self) -> bool:
        """Whether enough people have judged it."""
        return len(self.judgements) >= JUDGES


def _member(kind: type[Known], given: str) -> Known:
    try:
        return kind(given)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise MethodError(
            f"a {kind.__name__.lower()} is one of {known}", code="bad-judgement", value=given
        ) from None
