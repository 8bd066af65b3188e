"""What changed since the last paper of this kind: which sentences came, went, and say something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from meervoud_web.challenges.queries.questions import Piece, difference
from meervoud_web.papers.models import Paper
from meervoud_web.papers.queries.chapters import Chapter, Line
from meervoud_web.papers.queries.composing import kept_in, paper_before


@dataclass(frozen=True, kw_only=True)
class SectionChange:
    """What changed in one section."""

    title: str
    came: tuple[Line, ...]
    went: tuple[Line, ...]
    moved: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Everything that changed since ``before``."""

    before: Paper
    sections: tuple[SectionChange, ...]

    @property
    def came(self) -> int:
        """How many sentences are new."""
        return sum(len(one.came) for one in self.sections)

    @property
    def went(self) -> int:
        """How many sentences are gone."""
        return sum(len(one.went) for one in self.sections)

    @property
    def moved(self) -> int:
        """How many sentences say something else about the same."""
        return sum(len(one.moved) for one in self.sections)


def changes_since(paper: Paper, chapters: Iterable[Chapter]) -> Changes | None:
    """Compare with the last paper of this kind; ``None`` where this is the first."""
    before = paper_before(paper)
    if before is None:
        return None
    earlier = {chapter.section: _told(chapter) for chapter in kept_in(before)}
    found = [_change(chapter, earlier.get(chapter.section, {})) for chapter in chapters]
    return Changes(before=before, sections=tuple(one for one in found if one.came or one.went or one.moved))


def _change(chapter: Chapter, before: dict[str, Line]) -> SectionChange:
    now = _told(chapter)
    both = [(before[mark], line) for mark, line in now.items() if mark in before]
    return SectionChange(
        title=chapter.title,
        came=tuple(line for mark, line in now.items() if mark not in before),
        went=tuple(line for mark, line in before.items() if mark not in now),
        moved=tuple(difference(old.text, new.text) for old, new in both if old.text != new.text),
    )


def _told(chapter: Chapter) -> dict[str, Line]:
    """The sentences that can be compared: what is redacted is gone, and says nothing."""
    return {line.mark: line for line in chapter.lines if line.mark and not line.redacted}
