"""The stream: whoever may listen hears that something moved, and a thousand cost no more than one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from typing import Any

import pytest
from django.core.handlers.asgi import ASGIHandler
from django.test import AsyncRequestFactory
from django.urls import reverse

from meervoud_web.config.lanes import Lanes
from meervoud_web.live import hub as hubs
from meervoud_web.live import pages, streams
from meervoud_web.live.streams import Stream, register_stream, stream_called
from tests.loops import run_apart

Numbers = dict[int, int]


@pytest.fixture
def numbers(monkeypatch: pytest.MonkeyPatch) -> Numbers:
    return {1: 10, 2: 20}


@pytest.fixture
def asked() -> list[set[int]]:
    return []


@pytest.fixture
def stream(numbers: Numbers, asked: list[set[int]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Stream]:
    def newest(subjects: Collection[int]) -> Mapping[int, int]:
        asked.append(set(subjects))
        return {subject: numbers[subject] for subject in subjects if subject in numbers}

    monkeypatch.setattr(streams, "_STREAMS", {})
    monkeypatch.setattr(hubs, "LOOK_EVERY_SECONDS", 0.02)
    made = Stream("proef", newest, lambda request, subject: subject in numbers)
    register_stream(made)
    return made


def run(scene: Callable[[], Awaitable[None]]) -> None:
    run_apart(asyncio.wait_for(scene(), timeout=20))


async def listen(subject: int, *, known: int = 0, stream: str = "proef", **headers: str) -> Any:
    request = AsyncRequestFactory().get(f"/live/{stream}/{subject}/", {"na": known}, headers=headers)
    return await pages.listen(request, stream, subject)


async def first_event(response: Any) -> bytes:
    async for piece in response.streaming_content:
        if piece.startswith(b"id:"):
            return piece
    return b""


def test_who_opened_an_older_page_hears_at_once_that_there_is_a_newer_one(stream: Stream) -> None:
    async def scene() -> None:
        response = await listen(1, known=3)
        assert response["Content-Type"].startswith("text/event-stream")
        assert await first_event(response) == b'id: 10\nevent: moved\ndata: {"newest": 10, "within": 10}\n\n'

    run(scene)


def test_a_browser_that_comes_back_says_what_it_heard_last(stream: Stream) -> None:
    async def scene() -> None:
        response = await listen(1, known=3, **{"Last-Event-ID": "10"})
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(first_event(response), timeout=0.2)

    run(scene)


def test_moves_within_one_look_are_one_event(stream: Stream, numbers: Numbers) -> None:
    async def scene() -> None:
        response = await listen(1, known=10)
        for number in (11, 12, 13):
            numbers[1] = number
        assert await first_event(response) == b'id: 13\nevent: moved\ndata: {"newest": 13, "within": 10}\n\n'

    run(scene)


def test_a_thousand_listeners_cost_one_question_a_look(
    stream: Stream, numbers: Numbers, asked: list[set[int]]
) -> None:
    async def scene() -> None:
        responses = [await listen(1 + place % 2, known=numbers[1 + place % 2]) for place in range(1_000)]
        waiting = [asyncio.create_task(first_event(response)) for response in responses]
        await asyncio.sleep(0.2)
        looked = len(asked)
        numbers[1], numbers[2] = 11, 21
        heard = await asyncio.gather(*waiting)
        assert {one.split(b"\n")[0] for one in heard} == {b"id: 11", b"id: 21"}
        assert asked[-1] == {1, 2}
        assert len(asked) < looked + 20
        for response in responses:
            response.close()
        assert not hubs.hub().listeners
        assert not hubs.hub().addresses

    run(scene)


def test_nobody_looks_when_nobody_listens(stream: Stream, asked: list[set[int]]) -> None:
    async def scene() -> None:
        response = await listen(1)
        response.close()
        await asyncio.sleep(0.1)
        before = len(asked)
        await asyncio.sleep(0.1)
        assert len(asked) == before
        again = await listen(1)
        assert await first_event(again)

    run(scene)


def test_one_more_than_fits_is_told_so_and_may_come_back(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hubs, "MOST_FROM_ONE_ADDRESS", 3)

    async def scene() -> None:
        responses = [await listen(1) for _ in range(4)]
        assert [response.status_code for response in responses] == [200, 200, 200, 503]
        assert responses[-1]["Retry-After"]
        responses[0].close()
        assert (await listen(1)).status_code == 200

    run(scene)


def test_a_sign_of_life_comes_when_nothing_moves(stream: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "HEARTBEAT_SECONDS", 0.05)

    async def scene() -> None:
        response = await listen(1, known=10)
        pieces = [piece async for piece in _some(response, 3)]
        assert pieces[0].startswith(b"retry: ")
        assert pieces[1:] == [b": \n\n", b": \n\n"]

    run(scene)


async def _some(response: Any, many: int) -> Any:
    async for piece in response.streaming_content:
        yield piece
        many -= 1
        if not many:
            return


def test_a_stream_ends_after_a_while_so_that_the_right_to_listen_is_looked_at_again(
    stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "HEARTBEAT_SECONDS", 0.02)
    monkeypatch.setattr(pages, "LONGEST_SECONDS", 0.1)

    async def scene() -> None:
        assert await first_event(await listen(1, known=10)) == b""

    run(scene)


def test_a_look_that_fails_is_followed_by_one_that_does_not(
    numbers: Numbers, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    monkeypatch.setattr(streams, "_STREAMS", {})
    monkeypatch.setattr(hubs, "LOOK_EVERY_SECONDS", 0.02)
    looks: list[int] = []

    def newest(subjects: Collection[int]) -> Mapping[int, int]:
        looks.append(1)
        if len(looks) < 3:
            raise OperationalError("the database restarts")
        return numbers

    register_stream(Stream("proef", newest, lambda request, subject: True))

    async def scene() -> None:
        assert (await first_event(await listen(1))).startswith(b"id: 10")

    run(scene)


@pytest.mark.django_db
def test_a_server_that_cannot_keep_a_stream_open_answers_at_once(stream: Stream, client: Any) -> None:
    response = client.get(reverse("live:listen", args=["proef", 1]), {"na": "3"})
    assert response.content == b'retry: 15000\n\nid: 10\nevent: moved\ndata: {"newest": 10, "within": 0}\n\n'


def test_a_name_is_registered_once(stream: Stream) -> None:
    assert stream_called("proef") is stream
    with pytest.raises(ValueError, match="twice"):
        register_stream(Stream("proef", dict, lambda request, subject: False))


def test_a_request_gets_the_quietest_lane() -> None:
    lanes = Lanes(3)
    release = run_apart(_busy(lanes))
    assert release == 2


async def _busy(lanes: Lanes) -> int:
    from threading import Event

    go = Event()
    busy = [lanes.quietest().submit(go.wait, 5) for _ in range(2)]
    free = {lanes.quietest() for _ in range(6)}
    go.set()
    for one in busy:
        one.result()
    return 3 - len(free)


def test_the_door_is_still_the_handler_of_django() -> None:
    from meervoud_web.config.body import Door

    assert issubclass(Door, ASGIHandler)
