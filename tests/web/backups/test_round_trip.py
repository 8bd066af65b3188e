"""What was saved comes back, on the same kind of database and on the other."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.backups.databases import Database, contents

pytestmark = pytest.mark.xdist_group("backups")  # what they share is made once


def test_sqlite_to_postgresql_and_back_is_equal(
    saved: Path, new_postgres: Callable[[], Database], empty: Database, tmp_path: Path
) -> None:
    postgres = new_postgres()
    assert postgres.meervoud("restore", saved).returncode == 0
    audited = postgres.meervoud("audit", "verify")
    assert audited.returncode == 0, audited.stderr
    assert "1 entries under 1 seals, 0 not sealed yet" in audited.stdout
    from_postgres = postgres.save(tmp_path / "postgres.zip")
    assert contents(from_postgres) == contents(saved)

    assert empty.meervoud("restore", from_postgres).returncode == 0
    assert contents(empty.save(tmp_path / "sqlite.zip")) == contents(saved)
    assert empty.meervoud("audit", "verify").stdout == audited.stdout


def test_the_backup_holds_what_was_put_in(saved: Path) -> None:
    rows = subprocess.run(
        ["unzip", "-p", saved, "data/*.jsonl"], capture_output=True, text=True, check=True
    ).stdout
    assert rows.count("\n") > 280
    for token in (
        "1969-12-31T23:59:59.999999+00:00",
        "9999-12-31",
        "1180591620717411303424",
        "9007199254740992",
        "-9223372036854775808",
        "\\ud83d\\ude42",
    ):
        assert token in rows


@pytest.mark.deep
def test_new_rows_on_postgresql_come_after_the_restored_ones(
    saved: Path, new_postgres: Callable[[], Database]
) -> None:
    postgres = new_postgres()
    postgres.meervoud("restore", saved)
    made = postgres.script(
        "import django; django.setup()\n"
        "from meervoud_web.challenges.models import Challenge\n"
        "print(Challenge.objects.create(title='Nieuw', slug='nieuw', question='Wat?').pk)"
    )
    assert int(made) == 2


def test_a_restore_replaces_everything_when_asked_and_ends_all_sessions(
    filled: Database, saved: Path, tmp_path: Path
) -> None:
    filled.script(
        "import django; django.setup()\n"
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "from meervoud_web.challenges.models import Challenge\n"
        "Challenge.objects.create(title='Later', slug='later', question='Wat?')\n"
        "SessionStore().save(must_create=True)"
    )
    done = filled.meervoud("restore", saved, "--replace")
    assert done.returncode == 0, done.stderr
    assert contents(filled.save(tmp_path / "after.zip")) == contents(saved)
    count = "import django; django.setup()\nfrom django.contrib.sessions.models import Session\n"
    assert filled.script(f"{count}print(Session.objects.count())").strip() == "0"


def test_a_backup_sees_one_moment_while_others_write(filled: Database, saved: Path, tmp_path: Path) -> None:
    writer = sqlite3.connect(filled.file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM conversations_vote")
    assert contents(filled.save(tmp_path / "during.zip")) == contents(saved)
    writer.execute("COMMIT")
    writer.close()
    assert contents(filled.save(tmp_path / "after.zip")) != contents(saved)


def test_a_backup_is_for_the_eyes_of_its_maker_only(saved: Path) -> None:
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_a_backup_replaces_another_only_when_asked(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    path.write_bytes(b"precious")
    refused = filled.meervoud("backup", path)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "--force" in refused.stderr
    assert path.read_bytes() == b"precious"
    assert filled.meervoud("backup", path, "--force").returncode == 0
    assert [file.name for file in tmp_path.glob("*.zip*")] == ["backup.zip"]


def test_a_database_that_is_not_there_is_not_made_by_saving_it(empty: Database, tmp_path: Path) -> None:
    done = empty.meervoud("backup", tmp_path / "backup.zip")
    assert done.returncode == 2
    assert "there is no database" in done.stderr
    assert list(tmp_path.iterdir()) == []
