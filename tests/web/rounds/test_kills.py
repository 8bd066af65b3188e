"""``kill -9`` of the web process in the middle of a load of reactions: what was acknowledged is there."""

from __future__ import annotations

import asyncio
import shutil
import signal
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from participants import Tally, take_part
from stack import FILE, Stack, running_stack
from with_postgres import running_postgres

from tests.loops import run_apart

pytestmark = pytest.mark.own_database

PEOPLE = 12


def kill_again_and_again(stack: Stack, *, kills: int) -> Tally:
    """Let people react while the web process dies and comes back; gives what they heard."""
    tally, chance = Tally(), np.random.default_rng(7)

    async def scene() -> None:
        until = time.monotonic() + 3600
        people = [
            asyncio.create_task(
                take_part(stack, number=number, tally=tally, until=until, reads=False, wait_for_return=True)
            )
            for number in range(PEOPLE)
        ]
        for _ in range(kills):
            enough = len(tally.acknowledged) + int(chance.integers(5, 40))
            while len(tally.acknowledged) < enough:  # noqa: ASYNC110  it is at work when it dies
                await asyncio.sleep(0.002)
            stack.web[0].send_signal(signal.SIGKILL)
            stack.web[0].wait()
            await asyncio.to_thread(stack.start_web)
        for one in people:
            one.cancel()
        await asyncio.gather(*people, return_exceptions=True)

    run_apart(scene())
    return tally


def nothing_is_lost(stack: Stack, tally: Tally) -> None:
    kept = stack.read_back()
    receipts = set(kept["receipts"])
    assert len(receipts) == len(kept["receipts"])
    assert [one for one in tally.acknowledged if one not in receipts] == []
    assert kept["votes"] == len(receipts)  # everyone reacted to each statement once
    assert tally.refused == []


@pytest.mark.deep
def test_no_acknowledged_reaction_is_lost_when_the_web_process_is_killed(
    tmp_path: Path, empty_tables: Path
) -> None:
    shutil.copy(empty_tables, tmp_path / FILE)
    with running_stack(tmp_path, worker=False) as stack:
        tally = kill_again_and_again(stack, kills=3)
        nothing_is_lost(stack, tally)
    assert len(tally.acknowledged) > 15
    assert tally.broken


@pytest.mark.deep
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_acknowledged_reaction_is_lost_in_a_hundred_kills(tmp_path: Path, database: str) -> None:
    if database == "sqlite":
        _a_hundred_kills(tmp_path)
    else:
        with running_postgres(durable=True) as url:
            _a_hundred_kills(tmp_path, database_url=url)


def _a_hundred_kills(folder: Path, **more: Any) -> None:
    with running_stack(folder, worker=True, **more) as stack:
        tally = kill_again_and_again(stack, kills=100)
        nothing_is_lost(stack, tally)
    assert len(tally.acknowledged) > 500
    assert tally.broken > 50
