"""A backup that is not whole, not ours or not for this place changes nothing."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from meervoud_web.backups import archive
from tests.web.backups.databases import Database, contents

pytestmark = pytest.mark.xdist_group("backups")  # what they share is made once


def rewritten(source: Path, target: Path, *, change: Callable[[str, bytes], bytes]) -> Path:
    """Copy a backup with other contents in some of its files, the zip itself being sound."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def with_manifest(source: Path, target: Path, **values: object) -> Path:
    def change(name: str, body: bytes) -> bytes:
        return json.dumps({**json.loads(body), **values}).encode() if name == "manifest.json" else body

    return rewritten(source, target, change=change)


def truncated(source: Path, target: Path) -> Path:
    target.write_bytes(source.read_bytes()[:-200])
    return target


def flipped(source: Path, target: Path) -> Path:
    """Turn one bit around amid the largest file; elsewhere it may be a date in the zip that nobody reads."""
    body = bytearray(source.read_bytes())
    with zipfile.ZipFile(source) as archive:
        largest = max(archive.infolist(), key=lambda one: one.compress_size)
    before = 30 + len(largest.filename)
    body[largest.header_offset + before + largest.compress_size // 2] ^= 1
    target.write_bytes(body)
    return target


def tampered(source: Path, target: Path) -> Path:
    return rewritten(
        source, target, change=lambda name, body: body.replace(b",1,", b",-1,", 1) if "Vote" in name else body
    )


def shortened(source: Path, target: Path) -> Path:
    return rewritten(
        source, target, change=lambda name, body: body[: body.rindex(b"\n", 0, -1) + 1] if "Vote" in name else body
    )


def enlarged(source: Path, target: Path) -> Path:
    rewritten(source, target, change=lambda _name, body: body)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("../outside", "x")
    return target


def of_the_future(source: Path, target: Path) -> Path:
    return with_manifest(source, target, format=2)


def of_another_version(source: Path, target: Path) -> Path:
    with zipfile.ZipFile(source) as archive:
        migrations = json.loads(archive.read("manifest.json"))["migrations"]
    migrations["conversations"].append("0099_later")
    return with_manifest(source, target, migrations=migrations)


def without_manifest(_source: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "x")
    return target


def no_zip(_source: Path, target: Path) -> Path:
    target.write_text("participant,statement,vote\n")
    return target


def not_there(_source: Path, target: Path) -> Path:
    return target


DAMAGES = {
    truncated: "only a part of one",
    flipped: "damaged",
    tampered: "changed or damaged",
    shortened: "changed or damaged",
    enlarged: "not those that its manifest lists",
    of_the_future: "format 2",
    without_manifest: "no manifest",
    no_zip: "not a backup",
    not_there: "does not exist",
}


def refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_or_foreign_backup_is_refused(
    damage: Callable[[Path, Path], Path], saved: Path, tmp_path: Path
) -> None:
    path = damage(saved, tmp_path / "damaged.zip")
    with pytest.raises(archive.BackupError, match=DAMAGES[damage]), archive.opened(path) as source:
        archive.verify(source, archive.read_manifest(source))


@pytest.mark.parametrize("damage", [tampered, of_another_version], ids=lambda damage: damage.__name__)
def test_what_is_refused_changes_nothing(
    damage: Callable[[Path, Path], Path], filled: Database, saved: Path, tmp_path: Path
) -> None:
    before = filled.dump()
    refused(filled.meervoud("restore", damage(saved, tmp_path / "damaged.zip"), "--replace"))
    assert filled.dump() == before


def test_a_database_that_is_not_empty_is_left_alone(filled: Database, saved: Path) -> None:
    before = filled.dump()
    assert "--replace" in refused(filled.meervoud("restore", saved))
    assert filled.dump() == before


def test_a_restore_refuses_while_somebody_uses_the_sqlite_file(filled: Database, saved: Path) -> None:
    user = sqlite3.connect(filled.file)
    user.execute("SELECT count(*) FROM people_person").fetchone()
    assert "in use" in refused(filled.meervoud("restore", saved, "--replace"))
    user.close()
    assert filled.meervoud("restore", saved, "--replace").returncode == 0


def test_a_restore_refuses_while_somebody_uses_the_postgresql_database(
    saved: Path, new_postgres: Callable[[], Database]
) -> None:
    postgres = new_postgres()
    with psycopg.connect(postgres.url, application_name="worker"):
        assert "in use (1 other connection, of worker)" in refused(postgres.meervoud("restore", saved))
    assert postgres.meervoud("restore", saved).returncode == 0


@pytest.mark.deep
def test_a_text_that_postgresql_cannot_hold_leaves_it_as_it_was(
    filled: Database, saved: Path, new_postgres: Callable[[], Database], tmp_path: Path
) -> None:
    postgres = new_postgres()
    postgres.meervoud("restore", saved)
    with sqlite3.connect(filled.file) as file:
        file.execute("UPDATE conversations_statement SET text = 'nul' || char(0) || 'teken' WHERE id = 3")
    file.close()
    odd = filled.save(tmp_path / "odd.zip")
    assert "NUL" in refused(postgres.meervoud("restore", odd, "--replace"))
    assert contents(postgres.save(tmp_path / "after.zip")) == contents(saved)
