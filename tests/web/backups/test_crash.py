"""A restore that is killed half-way leaves the database as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests.web.backups.databases import Database, contents

MANY_VOTES = """
import django; django.setup()
from meervoud_web.conversations.models import Participant, Statement, Vote
participants = Participant.objects.bulk_create(
    Participant(conversation_id=1, external_id=f"q{n}") for n in range(10_000)
)
Vote.objects.bulk_create(
    [Vote(participant=person, statement=s, value=1) for person in participants for s in Statement.objects.all()],
    batch_size=2000,
)
"""


@pytest.fixture
def large(filled: Database, tmp_path: Path) -> Path:
    filled.script(MANY_VOTES)
    return filled.save(tmp_path / "large.zip")


def killed_when(ready: Callable[[], bool], database: Database, backup: Path) -> None:
    restore = subprocess.Popen(
        [sys.executable, "-m", "meervoud", "restore", str(backup), "--replace"], env=database.environment()
    )
    while not ready():
        assert restore.poll() is None, "the restore ended before it could be killed"
        time.sleep(0.005)
    restore.send_signal(signal.SIGKILL)
    assert restore.wait() == -signal.SIGKILL


@pytest.mark.deep
def test_a_restore_that_is_killed_leaves_sqlite_as_it_was(
    empty: Database, saved: Path, large: Path, tmp_path: Path
) -> None:
    empty.meervoud("restore", saved)
    log = empty.file.with_name(f"{empty.file.name}-wal")
    killed_when(lambda: log.exists() and log.stat().st_size > 500_000, empty, large)
    assert contents(empty.save(tmp_path / "after.zip")) == contents(saved)
    assert empty.meervoud("restore", large, "--replace").returncode == 0
    assert contents(empty.save(tmp_path / "again.zip")) == contents(large)


@pytest.mark.deep
def test_a_restore_that_is_killed_leaves_postgresql_as_it_was(
    postgres_url: str, new_postgres: Callable[[], Database], saved: Path, large: Path, tmp_path: Path
) -> None:
    database = new_postgres()
    database.meervoud("restore", saved)
    name = database.url.rpartition("/")[2]
    with psycopg.connect(postgres_url, autocommit=True) as server:
        inserting = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND query LIKE 'INSERT%%_vote%%'"

        def ready() -> bool:
            row = server.execute(inserting, [name]).fetchone()
            return row is not None and row[0] > 0

        killed_when(ready, database, large)
        while ready():
            time.sleep(0.05)
    assert contents(database.save(tmp_path / "after.zip")) == contents(saved)
