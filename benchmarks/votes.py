"""Reactions a second through the real stack: web processes as in ``make run``, with the worker on.

    python benchmarks/votes.py            SQLite with one web process, and PostgreSQL with two
    python benchmarks/votes.py sqlite --seconds 20 --people 50 --listeners 1000

Each participant sends a reaction and waits for the answer before the next; "with pages" they fetch each statement
first, as a browser without JavaScript does. Afterwards another process reads back every receipt: what was
acknowledged must be there. The load comes from this machine too, so a server of its own does better.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from participants import Tally, listen, take_part
from stack import Stack, running_stack
from with_postgres import running_postgres

ROUNDS = 3


async def load(stack: Stack, *, people: int, seconds: float, reads: bool) -> Tally:
    tally = Tally()
    until = time.monotonic() + seconds
    await asyncio.gather(
        *(take_part(stack, number=number, tally=tally, until=until, reads=reads) for number in range(people))
    )
    return tally


async def with_listeners(
    stack: Stack, *, listeners: int, people: int, seconds: float, reads: bool
) -> tuple[Tally, list[int]]:
    heard = [-1] * listeners
    waiting = []
    for number in range(listeners):
        waiting.append(asyncio.create_task(listen(stack, number=number, heard=heard)))
        if number % 50 == 0:
            await asyncio.sleep(0.02)
    end = time.monotonic() + 30
    while -1 in heard and time.monotonic() < end:  # noqa: ASYNC110  they connect on their own
        await asyncio.sleep(0.1)
    tally = await load(stack, people=people, seconds=seconds, reads=reads)
    await asyncio.sleep(25 if seconds >= 10 else 0)  # so that the analysis of what came in is heard of too
    for one in waiting:
        one.cancel()
    return tally, heard


def memory_of(stack: Stack) -> float:
    """Resident memory of the largest web process, in MB."""
    sizes = []
    for process in stack.web:
        status = Path(f"/proc/{process.pid}/status").read_text()
        sizes.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
    return max(sizes)


def busy(stack: Stack) -> float:
    """Seconds that the processor worked for the web processes until now: what a quieter machine would show."""
    ticks = 0
    for process in stack.web:
        fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def tell(name: str, tallies: list[Tally], *, seconds: float, worked: float) -> None:
    rate = statistics.median(len(tally.acknowledged) / seconds for tally in tallies)
    each = sorted(one for tally in tallies for one in tally.seconds)
    p50, p95 = (1000 * each[int(len(each) * share)] for share in (0.5, 0.95))
    refused = sum(len(tally.refused) for tally in tallies)
    cost = 1000 * worked / max(1, sum(len(tally.acknowledged) for tally in tallies))
    print(
        f"  {name:<28} {rate:5.0f} reactions/s   p50 {p50:4.0f} ms   p95 {p95:4.0f} ms   refused {refused}   "
        f"processor {cost:.1f} ms each   load {os.getloadavg()[0]:.1f} on {os.cpu_count()}"
    )


def check(stack: Stack, tallies: list[Tally]) -> None:
    acknowledged = [one for tally in tallies for one in tally.acknowledged]
    kept = set(stack.read_back()["receipts"])
    lost = [one for one in acknowledged if one not in kept]
    print(f"  acknowledged {len(acknowledged)}, read back {len(kept)}, lost {len(lost)}")


def measure(name: str, given: argparse.Namespace, *, web: int, database_url: str = "") -> None:
    print(f"{name}, {web} web process{'es' if web > 1 else ''}, worker on, {given.people} people at once")
    with (
        tempfile.TemporaryDirectory() as folder,
        running_stack(Path(folder), database_url=database_url, web=web) as stack,
    ):
        every: list[Tally] = []
        for reads, what in ((False, "reactions"), (True, "reactions, with pages")):
            asyncio.run(load(stack, people=given.people, seconds=2, reads=reads))  # warm-up
            began = busy(stack)
            tallies = [
                asyncio.run(load(stack, people=given.people, seconds=given.seconds, reads=reads))
                for _ in range(ROUNDS)
            ]
            tell(what, tallies, seconds=given.seconds, worked=busy(stack) - began)
            every += tallies
        if given.listeners:
            before, began = memory_of(stack), busy(stack)
            tally, heard = asyncio.run(
                with_listeners(
                    stack, listeners=given.listeners, people=given.people, seconds=given.seconds, reads=False
                )
            )
            worked, name = busy(stack) - began, f"with {given.listeners} open result pages"
            tell(name, [tally], seconds=given.seconds, worked=worked)
            print(
                f"  pages that listened {sum(one >= 0 for one in heard)}, that heard of a move "
                f"{sum(one > 0 for one in heard)}; memory {before:.0f} MB before, {memory_of(stack):.0f} after"
            )
            every.append(tally)
        check(stack, every)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--people", type=int, default=32)
    parser.add_argument("--listeners", type=int, default=1000)
    given = parser.parse_args()
    with ExitStack() as open_:
        if "sqlite" in given.which:
            measure("SQLite (synchronous=FULL)", given, web=1)
        if "postgresql" in given.which:
            url = open_.enter_context(running_postgres(durable=True))
            measure("PostgreSQL", given, web=2, database_url=url)


if __name__ == "__main__":
    main()
