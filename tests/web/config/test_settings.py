from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from meervoud_web.config.database import database_from_url
from meervoud_web.config.mail import mail_from_url
from meervoud_web.config.secret import kept_secret


def settings_with(tmp_path: Path, *names: str, **environment: str) -> dict[str, Any]:
    """Read settings in a process of its own, as an operator would set them."""
    script = (
        "import json; from meervoud_web.config import settings as s;"
        f"print(json.dumps({{n: getattr(s, n) for n in {names!r}}}, default=str))"
    )
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("MEERVOUD_", "DATABASE_"))}
    answer = subprocess.run(
        [sys.executable, "-c", script],
        env={**clean, "MEERVOUD_VAR": str(tmp_path), **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def test_a_database_file_is_named_by_its_whole_path() -> None:
    database = database_from_url("sqlite:////srv/meer%20voud/db.sqlite3")
    assert database["ENGINE"] == "meervoud_web.config.sqlite3"
    assert database["NAME"] == "/srv/meer voud/db.sqlite3"


def test_sqlite_keeps_what_it_acknowledged_and_lets_one_writer_at_a_time_begin() -> None:
    options = database_from_url("sqlite:////srv/db.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]
    assert "journal_mode=WAL" in options["init_command"]


@pytest.mark.django_db
def test_the_running_sqlite_really_works_that_way() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("this database is not SQLite")
    found = {}
    with connection.cursor() as cursor:
        for pragma in ("journal_mode", "synchronous", "foreign_keys"):
            found[pragma] = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_postgres_address_is_read_whole() -> None:
    database = database_from_url("postgres://jan:ge%40heim@db.example:5433/meervoud?sslmode=require")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("jan", "ge@heim")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", "5433", "meervoud")
    assert database["OPTIONS"] == {"sslmode": "require"}


def test_a_postgres_socket_is_given_as_host() -> None:
    database = database_from_url("postgresql://postgres:@/meervoud?host=/run/postgres")
    assert (database["HOST"], database["NAME"], database["USER"]) == ("/run/postgres", "meervoud", "postgres")


@pytest.mark.parametrize("url", ["mysql://x/y", "meervoud.sqlite3", "sqlite://srv/db.sqlite3", "sqlite:///"])
def test_an_address_that_makes_no_sense_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database_from_url(url)


def test_a_mail_server_is_given_as_one_address() -> None:
    found = mail_from_url("smtp://jan:ge%40heim@mail.example:2525")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", 2525)
    assert found["EMAIL_HOST_PASSWORD"] == "ge@heim"
    assert found["EMAIL_USE_TLS"]


def test_without_a_mail_server_mail_becomes_files() -> None:
    assert "filebased" in mail_from_url("")["EMAIL_BACKEND"]


def test_the_secret_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret-key"
    first = kept_secret(path)
    assert len(first) >= 50
    assert kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["secret-key"]


def test_processes_that_start_together_agree_on_one_secret_key(tmp_path: Path) -> None:
    with ProcessPoolExecutor(8) as pool:
        keys = set(pool.map(kept_secret, [tmp_path / "secret-key"] * 32))
    assert len(keys) == 1


def test_without_a_word_of_the_operator_the_site_is_local_and_not_in_debug(tmp_path: Path) -> None:
    found = settings_with(tmp_path, "DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "DATABASES")
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "meervoud.sqlite3")


def test_a_public_https_address_locks_every_cookie_to_it(tmp_path: Path) -> None:
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "SESSION_COOKIE_SECURE")
    more = ("CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS")
    found = settings_with(tmp_path, *names, *more, MEERVOUD_URL="https://meervoud.meerdam.example")
    assert [found[name] for name in names[:3]] == ["__Host-session", "__Host-csrf", "__Host-language"]
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert "meervoud.meerdam.example" in found["ALLOWED_HOSTS"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://meervoud.meerdam.example"]


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
