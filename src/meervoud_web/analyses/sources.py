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


def _unchanged(result: Any) -> Any:
    return result


@dataclass(frozen=True)
class Source:
    """A kind of subject that can be analysed.

    ``load`` gives the input for a subject; ``analyse`` is the door of the method; ``withhold`` takes out of the
    result what its readers may not see, before anything is written down; ``present`` makes what is left ready for
    its pages, from the subject, the input and the result.
    """

    name: str
    method: str
    load: Callable[[int], Any]
    analyse: Callable[..., Any]
    present: Callable[[int, Any, Any], Presentation]
    withhold: Callable[[Any], Any] = _unchanged


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Make a source known; the name has to be unique."""
    if source.name in _SOURCES and _SOURCES[source.name] != source:
        raise ValueError(f"The source {source.name!r} is registered twice.")
    _SOURCES[source.name] = source


def source_of(name: str) -> Source:
    """Find a source by its name."""
    return _SOURCES[name]
