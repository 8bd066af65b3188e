"""What remembers goes away under a load of reactions: nothing acknowledged is lost, it comes back by itself."""

from __future__ import annotations

import asyncio
import http.client
import os
import pwd
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
import pytest
from participants import Tally, listen, take_part, token_of
from stack import Stack, running_stack
from with_postgres import Server, running_server

from tests.loops import run_apart

pytestmark = [pytest.mark.deep, pytest.mark.own_database]

PEOPLE = 6
BACK_WITHIN_SECONDS = 30
MOST_THAT_FIT_IN_WHAT_IS_LEFT = 500
"""A full disk still has room on the pages of a table that are there already."""
SENTENCE = "Het lukt nu even niet"


def through_an_outage(
    stack: Stack, *, begin: Callable[[], object], end: Callable[[], object], refusals: int = 20
) -> Tally:
    """React while it goes wrong and is mended; gives what people heard of it."""
    before, during, after = Tally(), Tally(), Tally()
    heard = [-1]

    async def react(tally: Tally, *, seconds: float, enough: Callable[[], bool]) -> None:
        until = time.monotonic() + 3600
        people = [
            asyncio.create_task(
                take_part(stack, number=number, tally=tally, until=until, reads=False, wait_for_return=True)
            )
            for number in range(PEOPLE)
        ]
        last = time.monotonic() + seconds
        while time.monotonic() < last and not enough():  # noqa: ASYNC110  they work on their own
            await asyncio.sleep(0.02)
        for one in people:
            one.cancel()
        await asyncio.gather(*people, return_exceptions=True)

    async def scene() -> None:
        listener = asyncio.create_task(listen(stack, number=0, heard=heard))
        await react(before, seconds=30, enough=lambda: len(before.acknowledged) >= 60)
        await asyncio.to_thread(begin)
        await react(during, seconds=120, enough=lambda: len(during.refused) >= refusals)
        await asyncio.to_thread(assert_it_says_so, stack)
        await asyncio.to_thread(end)
        back = time.monotonic() + BACK_WITHIN_SECONDS
        while await asyncio.to_thread(answer_to_a_reaction, stack) not in (302, 303):
            assert time.monotonic() < back, "it does not come back by itself"
            await asyncio.sleep(0.5)
        await react(after, seconds=30, enough=lambda: len(after.acknowledged) >= 60)
        known = heard[0]
        await until_it(lambda: heard[0] > known, "the listener hears nothing any more")
        listener.cancel()

    run_apart(scene())
    assert set(during.refused) == {503}
    assert after.refused == []
    return Tally(acknowledged=before.acknowledged + during.acknowledged + after.acknowledged)


async def until_it(happens: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + 90
    while not happens():
        assert time.monotonic() < end, otherwise
        await asyncio.sleep(0.2)


def ask(stack: Stack, method: str, path: str, **data: object) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", stack.ports[0], timeout=100)
    headers = {"Cookie": "deelnemer=wie-probeert", "Content-Type": "application/x-www-form-urlencoded"}
    with closing(connection):
        connection.request(method, path, body=urlencode(data), headers=headers)
        answer = connection.getresponse()
        return answer, answer.read().decode()


def react_once(stack: Stack) -> tuple[http.client.HTTPResponse, str]:
    token = token_of("wie-probeert", round_id=stack.round["id"], key=stack.environment["MEERVOUD_SECRET_KEY"])
    return ask(
        stack,
        "POST",
        f"/r/{stack.round['code']}/stelling/",
        token=token,
        request_id=str(uuid4()),
        stelling=stack.round["statements"][0],
        reactie="eens",
    )


def answer_to_a_reaction(stack: Stack) -> int:
    return react_once(stack)[0].status


def assert_it_says_so(stack: Stack) -> None:
    """A clear sentence in Dutch, when to come back, and the same for programs."""
    answer, page = react_once(stack)
    assert answer.status == 503
    assert SENTENCE in page
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "private, no-store"
    for _ in range(MOST_THAT_FIT_IN_WHAT_IS_LEFT):
        answer, page = ask(stack, "POST", f"/v1/rounds/{stack.round['code']}/participations")
        if answer.status != 201:
            break
    assert answer.status == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert SENTENCE in page
    assert answer.headers["Retry-After"]


def nothing_is_lost(stack: Stack, tally: Tally) -> None:
    receipts = stack.read_back()["receipts"]
    assert len(set(receipts)) == len(receipts)
    assert [one for one in tally.acknowledged if one not in set(receipts)] == []


def everybody_still_works(stack: Stack) -> None:
    assert [process.poll() for process in stack.web] == [None]
    assert stack.worker is not None
    assert stack.worker.poll() is None


@contextmanager
def small_disk(folder: Path, *, megabytes: int, owner: int = 0) -> Iterator[Callable[[int], None]]:
    """A real file system that is really full after so many megabytes; call it to make it larger."""
    folder.mkdir(parents=True, exist_ok=True)
    options = f"size={megabytes}m,mode=700,uid={owner}"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "meervoud-test", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"NO SMALL DISK: only root can mount one ({mounted.stderr.decode().strip()})")

    def grow(to: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={to}m", str(folder)], check=True)

    try:
        yield grow
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def filled_up(folder: Path) -> None:
    """Somebody else fills the disk to its last byte."""
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        for size in (1 << 16, 1 << 12):
            try:
                while True:
                    ballast.write(b"x" * size)
            except OSError:
                continue


def test_a_full_disk_under_sqlite(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with (
        small_disk(disk, megabytes=20) as grow,
        running_stack(tmp_path, database_url=f"sqlite:///{disk / 'd.sqlite3'}", worker=True) as stack,
    ):

        def reading_goes_on() -> None:
            assert ask(stack, "GET", f"/r/{stack.round['code']}/")[0].status == 200
            grow(60)

        tally = through_an_outage(stack, begin=lambda: filled_up(disk), end=reading_goes_on)
        nothing_is_lost(stack, tally)
        everybody_still_works(stack)
        with closing(sqlite3.connect(disk / "d.sqlite3")) as found:
            assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_under_postgresql(tmp_path: Path) -> None:
    owner = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else os.geteuid()
    with running_server(durable=True) as server:
        disk = server.data.parent / "disk"
        with small_disk(disk, megabytes=24, owner=owner) as grow:
            try:
                with running_stack(tmp_path, database_url=on_the_small_disk(server, disk), worker=True) as stack:
                    tally = through_an_outage(stack, begin=lambda: filled_up(disk), end=lambda: grow(120))
                    nothing_is_lost(stack, tally)
                    everybody_still_works(stack)
            finally:
                server.stop()


def on_the_small_disk(server: Server, disk: Path) -> str:
    """A database whose tables are on the small disk; the journal of the server stays where it was."""
    subprocess.run(["mkdir", "-m", "700", str(disk / "tables")], check=True)
    os.chown(disk / "tables", disk.stat().st_uid, -1)
    with psycopg.connect(server.url, autocommit=True) as door:
        door.execute(f"CREATE TABLESPACE small LOCATION '{disk / 'tables'}'")
        door.execute("CREATE DATABASE small TABLESPACE small")
    return server.url.replace("/postgres", "/small").replace("//small", "//postgres")


def test_a_postgresql_that_restarts(tmp_path: Path) -> None:
    with (
        running_server(durable=True) as server,
        running_stack(tmp_path, database_url=server.url, worker=True) as stack,
    ):
        for at_once in (True, False):
            tally = through_an_outage(
                stack, begin=lambda at_once=at_once: server.stop(at_once=at_once), end=server.start
            )
            nothing_is_lost(stack, tally)
            everybody_still_works(stack)


def test_a_sqlite_that_somebody_else_keeps_locked(tmp_path: Path) -> None:
    with running_stack(tmp_path, worker=True) as stack:
        path = stack.database_url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
            other.execute("PRAGMA busy_timeout=20000")
            tally = through_an_outage(
                stack,
                begin=lambda: other.execute("BEGIN IMMEDIATE"),
                end=lambda: other.execute("ROLLBACK"),
                refusals=3,
            )
        nothing_is_lost(stack, tally)
        everybody_still_works(stack)
