"""Everybody who listens in this process, and the one who looks for all of them.

However many listen, each second costs one query for each kind of stream that somebody listens to. A listener is a
few hundred bytes and holds no thread and no connection to the database. Two moves within a second are one.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import structlog
from django.db import DatabaseError, InterfaceError, close_old_connections

from meervoud_web.live.streams import Stream

LOOK_EVERY_SECONDS = 1.0
MOST = 5_000
MOST_FROM_ONE_ADDRESS = 1_500
"""Many people can share one address: a town hall, a school, everybody behind a proxy."""

log = structlog.get_logger(__name__)


class TooManyListenersError(Exception):
    """More people listen than this process can serve well."""


@dataclass(eq=False)
class Listener:
    """Somebody who listens to one subject, and the newest number they know of."""

    stream: Stream
    subject: int
    address: str
    number: int
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, number: int) -> None:
        """Wake up when this is news."""
        if number > self.number:
            self.number = number
            self.moved.set()


class Hub:
    """The listeners of one event loop."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.addresses: Counter[str] = Counter()
        self.looking: asyncio.Task[None] | None = None
        # A thread of its own, with one connection that stays: a busy site does not keep the stream waiting.
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="live")

    def join(self, listener: Listener) -> None:
        """Let somebody listen.

        Raises
        ------
        TooManyListenersError
            When there are too many, here or from this address.
        """
        if len(self.listeners) >= MOST or self.addresses[listener.address] >= MOST_FROM_ONE_ADDRESS:
            raise TooManyListenersError
        self.listeners.add(listener)
        self.addresses[listener.address] += 1
        if self.looking is None or self.looking.done():
            self.looking = asyncio.create_task(self.look())

    def leave(self, listener: Listener) -> None:
        """Stop listening; doing it twice changes nothing."""
        if listener in self.listeners:
            self.listeners.remove(listener)
            self.addresses[listener.address] -= 1
            self.addresses += Counter()  # forget who is not here any more

    async def look(self) -> None:
        """Look every second, as long as anybody listens."""
        while self.listeners:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            subjects: dict[Stream, set[int]] = {}
            for listener in self.listeners:
                subjects.setdefault(listener.stream, set()).add(listener.subject)
            for stream, wanted in subjects.items():
                numbers = await asyncio.get_running_loop().run_in_executor(self.thread, _ask, stream, wanted)
                for listener in self.listeners:
                    if listener.stream == stream:
                        listener.hear(numbers.get(listener.subject, 0))


def _ask(stream: Stream, subjects: Collection[int]) -> Mapping[int, int]:
    close_old_connections()
    try:
        return stream.newest(subjects)
    except (DatabaseError, InterfaceError):
        log.warning("looking_for_what_moved_failed", stream=stream.name, exc_info=True)
        return {}


_HUBS: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """The hub of this event loop; a server has one loop in each process."""
    return _HUBS.setdefault(asyncio.get_running_loop(), Hub())
