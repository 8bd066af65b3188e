"""The landscape beside red-dwarf 0.4.0, in one run, one thread each.

    python benchmarks/landscape.py [--quick]

red-dwarf gets an environment of its own in ``var/``. Ours starts from integer arrays, building included; theirs
from its own list of votes. Kernels are warm: the first run is not counted. Prints medians, ratios, peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data" / "polis-conversations"
PEER = ROOT / "var" / "red-dwarf"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}
JOBS = {"polis": {"recipe": "polis", "resamples": 0}, "honest": {"resamples": 100}}


def ours(path: str, job: str, runs: int) -> None:
    """Measure one job, in a process of its own."""
    import numpy as np

    from meervoud import landscape

    with np.load(path) as stored:
        given = {name: stored[name] for name in stored.files}
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        votes = landscape.Votes.from_arrays(
            given["participants"],
            given["statements"],
            given["values"],
            moderated=given["moderated"].tolist() or None,
        )
        landscape.analyse(votes, **JOBS[job])  # type: ignore[arg-type]
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))


def real(name: str, path: Path) -> None:
    """Save a real conversation as arrays."""
    import numpy as np

    from meervoud import landscape

    votes = landscape.read_votes(SHARED / name)
    np.savez(
        path,
        participants=votes.participant_ids[votes.rows].astype(np.int64),
        statements=votes.statement_ids[votes.columns].astype(np.int64),
        values=votes.values,
        moderated=votes.statement_ids[votes.moderated].astype(np.int64),
    )


def synthetic(people: int, statements: int, size: int, path: Path) -> None:
    """Draw a conversation with four groups and a skewed number of votes for each person, in random order."""
    import numpy as np

    rng = np.random.default_rng(0)
    chance = 1 / (1 + np.exp(-rng.normal(0, 1.2, (4, statements))))
    group = rng.integers(0, 4, people)
    wish = rng.lognormal(0, 1, people)
    each = np.clip(wish / wish.sum() * size, 1, statements).astype(np.int64)
    who = np.repeat(np.arange(people, dtype=np.int32), each)
    start = rng.integers(0, statements, people)
    step = np.arange(who.size) - np.repeat(np.cumsum(each) - each, each)
    what = ((np.repeat(start, each) + step) % statements).astype(np.int32)
    what = rng.permutation(statements).astype(np.int32)[what]
    says = np.where(rng.random(who.size) < chance[group[who], what], 1, -1)
    values = np.where(rng.random(who.size) < 0.15, 0, says).astype(np.int8)
    order = rng.permutation(who.size)
    none = np.zeros(0, np.int64)
    np.savez(path, participants=who[order], statements=what[order], values=values[order], moderated=none)


def measured(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **ONE_THREAD}, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def peer() -> str:
    """Python of the peer's environment, made when it is not there."""
    python = PEER / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "red-dwarf==0.4.0"], check=True)
    return str(python)


def compare(name: str, path: Path, *, runs: int, with_peer: bool, jobs: tuple[str, ...]) -> None:
    theirs = (
        measured([peer(), str(ROOT / "benchmarks" / "red_dwarf.py"), str(path), str(runs)]) if with_peer else None
    )
    if theirs:
        print(f"{name:<34} red-dwarf      {_median(theirs):9.3f} s {theirs['peak'] / 1e6:8.0f} MB", flush=True)
    for job in jobs:
        mine = measured([sys.executable, __file__, "--ours", str(path), job, str(max(runs, 3))])
        ratio = f"{_median(theirs) / _median(mine):7.1f} x faster" if theirs else ""
        memory = f", {mine['peak'] / theirs['peak']:.2f} of the memory" if theirs else ""
        print(
            f"{name:<34} ours, {job:<8} {_median(mine):9.3f} s {mine['peak'] / 1e6:8.0f} MB {ratio}{memory}",
            flush=True,
        )


def _median(found: dict[str, Any]) -> float:
    seconds = found["seconds"]
    return statistics.median(seconds[1:] if len(seconds) > 1 else seconds)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="only the two real conversations")
    parser.add_argument("--ours", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ours:
        ours(asked.ours[0], asked.ours[1], int(asked.ours[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "votes.npz"
        for name in ("scoop-hivemind.biodiversity", "vtaiwan.uberx"):
            if (SHARED / name).is_dir():
                real(name, path)
                compare(name, path, runs=7, with_peer=True, jobs=("polis", "honest"))
        if not asked.quick:
            synthetic(33_422, 783, 2_000_000, path)
            compare("33,422 x 783, 2 million votes", path, runs=2, with_peer=True, jobs=("polis",))
            synthetic(100_000, 2_000, 11_300_000, path)
            compare("100,000 x 2,000, 11 million votes", path, runs=3, with_peer=False, jobs=("polis",))


if __name__ == "__main__":
    main()
