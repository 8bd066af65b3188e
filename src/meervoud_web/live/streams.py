"""What can be listened to: each app that has something that moves registers itself here, in its ``apps.py``.

So this app knows no app above it. What moves has a number that only goes up; listeners hear the newest number and
fetch the page themselves, so nothing that is private ever travels through a stream.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Stream:
    """A kind of subject that moves.

    ``newest`` gives the newest number of each of these subjects in one query; ``may_listen`` says whether whoever
    asks may know that this subject moves, or exists.
    """

    name: str
    newest: Callable[[Collection[int]], Mapping[int, int]]
    may_listen: Callable[[HttpRequest, int], bool]


_STREAMS: dict[str, Stream] = {}


def register_stream(stream: Stream) -> None:
    """Make a stream known; the name has to be unique."""
    if _STREAMS.setdefault(stream.name, stream) != stream:
        raise ValueError(f"The stream {stream.name!r} is registered twice.")


def stream_called(name: str) -> Stream | None:
    """Find a stream by its name."""
    return _STREAMS.get(name)
