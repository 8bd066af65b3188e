"""The real stack, for a benchmark or a test that kills it: a database, web processes and a worker, all our own.

It gives a round to react to and knows the token that a form of a participant carries, as the page would give it.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
READY_SECONDS = 60.0
FILE = "stack.sqlite3"

MAKE_ROUND = """
import json
from datetime import date
from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.conversations import actions as conversations
from meervoud_web.rounds.models import Round
Municipality.objects.get_or_create(pk=1, name="Meerdam")
challenge = Challenge.objects.create(title="Samen", slug="samen", question="Hoe?", is_public=True)
conversation = conversations.begin_conversation(challenge=challenge, title="S", question="Hoe?", is_public=True)
made = [
    conversations.add_statement(conversation_id=conversation.pk, text=f"Stelling nummer {n}", is_seed=True).pk
    for n in range(STATEMENTS)
]
round_ = Round.objects.create(
    conversation=conversation, state="open", fixed="a", negotiable="b", decider="c", how_heard="d",
    answer_by=date(2040, 1, 1),
)
facts = {"id": round_.pk, "code": round_.code, "conversation": conversation.pk, "statements": made}
print("ROUND", json.dumps(facts))
"""

READ_BACK = """
import json
from meervoud_web.conversations.models import Vote
from meervoud_web.rounds.models import Receipt
print("READ", json.dumps({
    "receipts": [str(one) for one in Receipt.objects.values_list("request_id", flat=True)],
    "votes": Vote.objects.count(),
}))
"""


@dataclass
class Stack:
    """One database, and the processes on it."""

    database_url: str
    folder: Path
    ports: list[int]
    web: list[subprocess.Popen[bytes]] = field(default_factory=list)
    worker: subprocess.Popen[bytes] | None = None
    round: dict[str, Any] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """Settings for every process, and for whoever makes forms beside it."""
        return {
            **os.environ,
            "DATABASE_URL": self.database_url,
            "MEERVOUD_VAR": str(self.folder),
            "MEERVOUD_SECRET_KEY": "only for this stack",
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "meervoud_web.config.settings",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }

    def prepare(self, *, statements: int) -> None:
        """Make the tables, unless a SQLite file with them was put there, and a round that is open."""
        if not (self.folder / FILE).exists():
            self.manage("migrate", "--verbosity", "0")
        made = self.shell(MAKE_ROUND.replace("STATEMENTS", str(statements)))
        self.round = json.loads(made.split("ROUND ", 1)[1])

    def manage(self, *arguments: str) -> str:
        """Run a command of ``manage.py``."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            check=True,
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def shell(self, code: str) -> str:
        """Run a few lines with the models at hand."""
        return self.manage("shell", "--no-imports", "--verbosity", "0", "--command", code)

    def start_web(self, place: int = 0) -> subprocess.Popen[bytes]:
        """Start a web process as ``make run`` does, and wait until it answers."""
        arguments = [
            "-m", "uvicorn", "meervoud_web.config.asgi:application", "--port", str(self.ports[place]),
            "--log-level", "warning", "--timeout-graceful-shutdown", "3", "--no-proxy-headers",
        ]  # fmt: skip
        with (self.folder / f"web-{place}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        self.web[place : place + 1] = [process]
        end = time.monotonic() + READY_SECONDS
        while not _answers(self.ports[place]):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / f"web-{place}.log").read_text(errors="replace")[-2000:])
            time.sleep(0.05)
        return process

    def start_worker(self) -> None:
        """Start the worker as ``make run`` does."""
        arguments = ["manage.py", "db_worker", "--no-reload", "--interval", "0.5", "--verbosity", "0"]
        with (self.folder / "worker.log").open("ab") as log:
            self.worker = subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )

    def read_back(self) -> dict[str, Any]:
        """What the database holds, read by another process."""
        found: dict[str, Any] = json.loads(self.shell(READ_BACK).split("READ ", 1)[1])
        return found

    def stop(self) -> None:
        """End every process that this stack started."""
        ours = [*self.web, *([self.worker] if self.worker else [])]
        for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGKILL):
            for process in ours:
                if process.poll() is None:
                    process.send_signal(number)
            end = time.monotonic() + 6
            while time.monotonic() < end and any(process.poll() is None for process in ours):
                time.sleep(0.05)


@contextmanager
def running_stack(
    folder: Path, *, database_url: str = "", web: int = 1, worker: bool = True, statements: int = 40
) -> Iterator[Stack]:
    """Start it all, and end it all."""
    url = database_url or f"sqlite:///{folder / FILE}"
    stack = Stack(database_url=url, folder=folder, ports=[_free_port() for _ in range(web)])
    stack.prepare(statements=statements)
    try:
        for place in range(web):
            stack.start_web(place)
        if worker:
            stack.start_worker()
        yield stack
    finally:
        stack.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
