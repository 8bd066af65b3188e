"""The result page, ready to be shown: every number said in words, every statement with its picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meervoud import landscape
from meervoud_web.conversations.queries.points import Section, sections_of
from meervoud_web.conversations.queries.wording import Verdict, of_hundred, out_of_hundred, quoted, verdict_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Saying:
    """A statement that sets a group apart."""

    text: str
    agrees: bool
    inside: int
    outside: int


@dataclass(frozen=True)
class GroupView:
    """A group under its name, in its own statements. ``place`` is that in the picture, from 1."""

    id: str
    place: int
    name: str
    size: int
    of_hundred: int
    sayings: tuple[Saying, ...]

    @property
    def quoted_name(self) -> str:
        """The name, to be used in a sentence."""
        return quoted(self.name)


@dataclass(frozen=True)
class Copies:
    """Accounts that look like copies, and what they would have changed."""

    accounts: int
    patterns: int
    changes: str


@dataclass(frozen=True)
class ResultView:
    """All that the page shows of one result."""

    landscape: landscape.Landscape
    verdict: Verdict
    groups: tuple[GroupView, ...]
    sections: tuple[Section, ...]
    loose: int
    unplaced: int
    copies: Copies | None
    ends: tuple[list[str], list[str]] | None
    """At a spectrum: what people at the one end agree with, and those at the other."""


def group_names(result: landscape.Landscape, given: Mapping[str, str]) -> dict[str, str]:
    """Name each group: as staff did, or else by a letter."""
    return {
        group.id: given.get(group.id) or _("Groep %(letter)s") % {"letter": _letter(place)}
        for place, group in enumerate(result.groups)
    }


def view_of(
    result: landscape.Landscape,
    *,
    texts: Mapping[str, str],
    given_names: Mapping[str, str],
    ends: tuple[list[str], list[str]] | None = None,
) -> ResultView:
    """Prepare a result for its page."""
    names = group_names(result, given_names)
    return ResultView(
        landscape=result,
        verdict=verdict_of(result),
        groups=_groups(result, names, texts),
        sections=sections_of(result, names=names, texts=texts),
        loose=result.counts.participants_placed - sum(group.size for group in result.groups),
        unplaced=result.counts.participants - result.counts.participants_placed,
        copies=_copies(result),
        ends=ends and (_texts(ends[0], texts), _texts(ends[1], texts)),
    )


def _texts(statements: list[str], texts: Mapping[str, str]) -> list[str]:
    return [texts.get(statement, statement) for statement in statements]


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


def _groups(
    result: landscape.Landscape, names: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[GroupView, ...]:
    shares = out_of_hundred([group.size for group in result.groups], result.counts.participants_placed)
    return tuple(
        GroupView(
            id=group.id,
            place=place,
            name=names[group.id],
            size=group.size,
            of_hundred=shares[place - 1],
            sayings=tuple(_saying(one, texts) for one in group.representative),
        )
        for place, group in enumerate(result.groups, start=1)
    )


def _saying(one: landscape.Representative, texts: Mapping[str, str]) -> Saying:
    return Saying(
        text=texts.get(one.statement, one.statement),
        agrees=one.stance == "agree",
        inside=of_hundred(one.share),
        outside=of_hundred(one.others),
    )


def _copies(result: landscape.Landscape) -> Copies | None:
    if not result.suspicious:
        return None
    return Copies(
        accounts=sum(len(one.participants) for one in result.suspicious),
        patterns=len(result.suspicious),
        changes=_with_copies(result),
    )


def _with_copies(result: landscape.Landscape) -> str:
    other = result.with_copies
    if other is None:
        return ""
    if other.verdict == result.structure.verdict and other.k == result.structure.k:
        return _("Tellen ze wel allemaal mee, dan blijft de uitkomst over de groepen dezelfde.")
    return _("Tellen ze wel allemaal mee, dan verandert de uitkomst over de groepen. Wees dus voorzichtig.")
