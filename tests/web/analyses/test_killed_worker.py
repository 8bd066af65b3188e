"""A real worker, killed in the middle of a real analysis: it is found again, and nothing is half done."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.own_database

ROOT = Path(__file__).parents[3]
LONG_WORK = 200
"""So many resamples that there is time to kill the worker while it computes."""

SETUP = f"""
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from tests.web.conversations.conftest import votes_of_two_groups
votes = votes_of_two_groups(people=500, statements=40)
challenge = Challenge.objects.create(title="t", slug="t", question="?")
conversation = actions.import_votes(challenge=challenge, title="t", votes=votes)
actions.analyse_conversation(conversation, parameters={{"resamples": {LONG_WORK}}})
"""

SOON = """
from datetime import timedelta
from meervoud_web.analyses.models import Analysis
from django.utils import timezone
Analysis.objects.filter(state="running").update(lease_until=timezone.now() + timedelta(seconds=15))
"""

LET_THE_LEASE_RUN_OUT = """
from meervoud_web.analyses.models import Analysis
from django.utils import timezone
Analysis.objects.filter(state="running").update(lease_until=timezone.now())
"""

COMPUTE_AGAIN = """
from meervoud import landscape
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations.models import Conversation
from meervoud_web.conversations.queries.votes import votes_of
kept = Analysis.objects.get()
again = landscape.analyse(votes_of(Conversation.objects.get()), seed=kept.seed, **kept.parameters)
from meervoud import records
print("the same" if records.to_json(again) == kept.record else "another result")
"""


class House:
    """A house of its own: a database, and the commands to work in it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.database = folder / "house.sqlite3"
        self.environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "MEERVOUD_VAR": str(folder),
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
            "DJANGO_SETTINGS_MODULE": "meervoud_web.config.settings",
        }

    def manage(self, *command: str) -> str:
        return self.run("manage.py", *command)

    def move_to(self, folder: Path) -> House:
        """Save everything and put it back in a new house, as after a fire."""
        there, saved = House(folder), str(folder / "backup.zip")
        self.run("-m", "meervoud", "backup", saved)
        there.run("-m", "meervoud", "restore", saved)
        return there

    def run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "manage.py", "db_worker", "--no-startup-delay", "--interval", "0.1"]
        with subprocess.Popen(command, cwd=ROOT, env=self.environment) as process:
            try:
                yield process
            finally:
                process.kill()

    def ask(self, sql: str) -> Any:
        with closing(sqlite3.connect(self.database, timeout=20)) as connection:
            return connection.execute(sql).fetchone()

    def analysis(self) -> tuple[str, int, int, int]:
        """State, progress, length of the record, attempts."""
        found: tuple[str, int, int, int] = self.ask(
            "select state, progress, length(record), attempts from analyses_analysis"
        )
        return found


@pytest.fixture
def house(tmp_path: Path, empty_tables: Path) -> House:
    house = House(tmp_path)
    shutil.copy(empty_tables, house.database)
    house.manage("shell", "--no-imports", "-c", SETUP)
    return house


def until(true: Callable[[], bool], *, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "this takes too long"
        time.sleep(0.02)


@pytest.mark.deep
def test_an_analysis_whose_worker_is_killed_is_run_again_to_the_same_result(house: House) -> None:
    with house.worker() as worker:
        until(lambda: house.analysis()[:1] == ("running",) and house.analysis()[1] > 0)
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    state, _, record, attempts = house.analysis()
    assert (state, record, attempts) == ("running", 0, 1), "no half result"
    assert house.ask("select count(*) from analyses_picture") == (0,)

    house.manage("shell", "--no-imports", "-c", LET_THE_LEASE_RUN_OUT)
    with house.worker(), house.worker():
        until(lambda: house.analysis()[0] == "done")
    assert house.analysis()[3] == 2
    assert house.ask("select count(*) from analyses_picture") == (4,)
    assert "the same" in house.manage("shell", "--no-imports", "-c", COMPUTE_AGAIN)


@pytest.mark.deep
def test_what_waits_or_runs_in_a_backup_is_done_after_it_was_restored(house: House, tmp_path: Path) -> None:
    elsewhere = house.move_to(tmp_path / "waiting")
    with elsewhere.worker():
        until(lambda: elsewhere.analysis()[:1] == ("running",) and elsewhere.analysis()[1] > 0)
    elsewhere.manage("shell", "--no-imports", "-c", SOON)

    again = elsewhere.move_to(tmp_path / "running")
    assert again.analysis()[0] == "running"
    assert again.ask("select count(*) from django_tasks_database_dbtaskresult") == (0,)
    with again.worker():
        until(lambda: again.analysis()[0] == "done")
