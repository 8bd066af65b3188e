"""What stands in a paper, ready to be shown: its sections, its sentences, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from meervoud_web.challenges.sentences import Section
from meervoud_web.challenges.things import Thing
from meervoud_web.papers.models import PaperKind

SECTIONS: Mapping[str, tuple[Section, ...]] = {
    PaperKind.COUNCIL_LETTER: tuple(Section),
    PaperKind.STARTING_NOTE: (
        Section.COURSE,
        Section.TAKES_PART,
        Section.COMMUNICATED,
        Section.DISSENT,
        Section.COSTS,
        Section.PROMISES,
        Section.ADVICE,
    ),
    PaperKind.EXECUTIVE_COVER: (
        Section.CHOICES,
        Section.COURSE,
        Section.MOVES,
        Section.COSTS,
        Section.DISSENT,
        Section.SURPRISES,
        Section.PROMISES,
        Section.ADVICE,
    ),
}
ALWAYS = frozenset({Section.DISSENT})
"""What a minority holds can be answered in a paper, and never left out of it."""
ASKED = frozenset({Section.TAKES_PART, Section.COMMUNICATED, Section.MOVES, Section.COSTS})
"""The four questions of a council: where nothing was recorded, the paper says so."""


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A source as it is printed: what kind of thing, its title, and the path of its page."""

    thing: Thing
    kind: str
    title: str
    address: str

    @property
    def reach(self) -> str:
        """The thing as it is written, to ask whether its page is for this reader."""
        return str(self.thing)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One sentence of a paper. ``number`` is that of its note; 0 where it has no sources."""

    text: str
    mark: str = ""
    sources: tuple[Cited, ...] = ()
    number: int = 0
    author: str = ""
    is_own: bool = False
    redacted: str = ""
    pk: int = 0
    is_left_out: bool = False


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A section with its sentences; in a draft also those that are left out."""

    section: Section
    told: tuple[Line, ...] = ()

    @property
    def title(self) -> str:
        """Its heading."""
        return str(self.section.label)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is printed."""
        return tuple(line for line in self.told if not line.is_left_out)

    @property
    def is_fixed(self) -> bool:
        """Whether nobody can leave a sentence of it out."""
        return self.section in ALWAYS

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print."""
        return not self.lines

    @property
    def is_printed(self) -> bool:
        """Whether it has a place in the paper: with what it tells, or to say that nothing was recorded."""
        return bool(self.lines) or self.section in ASKED


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody wants in a paper: its subject, own words per section, and the marks of what is left out."""

    subject: str
    left_out: frozenset[str] = frozenset()
    words: Mapping[Section, str] = field(default_factory=dict)


def fingerprint(subject: str, chapters: Iterable[Chapter]) -> str:
    """What tells one composed paper from another: who sets a paper sets what they read."""
    said = [subject, *(f"{line.mark}\n{line.text}" for chapter in chapters for line in chapter.lines)]
    return sha256("\0".join(said).encode(errors="replace")).hexdigest()


def numbered(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """Give each printed sentence that has sources the number of its note."""
    numbers = iter(range(1, 1_000_000))
    return tuple(replace(chapter, told=tuple(_with_numbers(chapter, numbers))) for chapter in chapters)


def _with_numbers(chapter: Chapter, numbers: Iterator[int]) -> Iterator[Line]:
    for line in chapter.told:
        yield replace(line, number=next(numbers)) if line.sources and not line.is_left_out else line


def notes_of(chapters: Iterable[Chapter]) -> list[Line]:
    """The sentences that have a note, in the order of their numbers."""
    return [line for chapter in chapters for line in chapter.lines if line.number]
