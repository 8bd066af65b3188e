"""Where analyses get their data: each app that has something to analyse registers itself here.

So this app knows no app above it. Register in the ``ready`` of ``apps.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Outcome:
    """What one run gives: the record that can be computed again, and what pages need of it at once."""

    record: str
    method_version: str
    input_hash: str
    parameters: Mapping[str, object]
    summary: Mapping[str, object]
    pictures: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Language code and shape to SVG."""


class Run(Protocol):
    """Loads the data of a subject, runs the method on it, and prepares what pages show."""

    def __call__(
        self, subject: int, *, seed: int, parameters: Mapping[str, object], progress: Progress
    ) -> Outcome: ...


@dataclass(frozen=True)
class Source:
    """A kind of subject that can be analysed."""

    name: str
    method: str
    run: Run


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Make a source known; the name has to be unique."""
    if source.name in _SOURCES and _SOURCES[source.name] != source:
        raise ValueError(f"The source {source.name!r} is registered twice.")
    _SOURCES[source.name] = source


def source_of(name: str) -> Source:
    """Find a source by its name."""
    return _SOURCES[name]
