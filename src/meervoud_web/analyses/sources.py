"""Where analyses get their data: each app that has something to analyse registers itself here.

So this app knows no app above it. Register in the ``ready`` of ``apps.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Presentation:
    """What pages show of a result, made once, so that they need not read the whole record."""

    summary: Mapping[str, object]
    pictures: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Language code and shape to SVG."""
    given: bytes = b""
    """What was read, where that goes on changing; empty where it can be read again at any time."""


def _unchanged(result: Any) -> Any:
    return result


def _as_it_is(result: Any, before: Any) -> Any:
    return result


def _no_mark(subject: int) -> Mapping[str, int]:
    return {}


def _nothing(subject: int) -> None:
    return None


@dataclass(frozen=True)
class Source:
    """A kind of subject that can be analysed.

    ``load`` gives the input for a subject; ``analyse`` is the door of the method; ``withhold`` takes out of the
    result what its readers may not see, before anything is written down; ``present`` makes what is left ready for
    its pages, from the subject, the input and the result.

    For data that go on changing: ``mark`` says how far they have come, and is asked before they are read;
    ``follow`` lets a result go on from the one before, so that a group keeps its id; ``afterwards`` is called in
    the transaction that publishes, to look whether meanwhile enough came in for the next one.
    """

    name: str
    method: str
    load: Callable[[int], Any]
    analyse: Callable[..., Any]
    present: Callable[[int, Any, Any], Presentation]
    withhold: Callable[[Any], Any] = _unchanged
    follow: Callable[[Any, Any], Any] = _as_it_is
    mark: Callable[[int], Mapping[str, int]] = _no_mark
    afterwards: Callable[[int], None] = _nothing


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Make a source known; the name has to be unique."""
    if source.name in _SOURCES and _SOURCES[source.name] != source:
        raise ValueError(f"The source {source.name!r} is registered twice.")
    _SOURCES[source.name] = source


def all_sources() -> list[Source]:
    """Every source that is known."""
    return list(_SOURCES.values())


def source_of(name: str) -> Source:
    """Find a source by its name."""
    return _SOURCES[name]
