"""Databases to save and to fill."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.web.backups.databases import FILL, Database


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory, empty_tables: Path) -> Path:
    path = tmp_path_factory.mktemp("filled") / "meervoud.sqlite3"
    shutil.copy(empty_tables, path)
    Database(f"sqlite:///{path}").script(FILL)
    return path


@pytest.fixture
def filled(filled_file: Path, tmp_path: Path) -> Database:
    """An installation on SQLite with a little of everything in it."""
    path = tmp_path / "filled.sqlite3"
    shutil.copy(filled_file, path)
    return Database(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def saved(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of that installation."""
    return Database(f"sqlite:///{filled_file}").save(tmp_path_factory.mktemp("saved") / "backup.zip")


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    """A SQLite file that is not there yet."""
    return Database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")


@pytest.fixture
def new_postgres(postgres_url: str) -> Iterator[Callable[[], Database]]:
    """Make PostgreSQL databases without a single table in them."""
    made: list[str] = []

    def make() -> Database:
        made.append(f"backup_{uuid4().hex}")
        with psycopg.connect(postgres_url, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{made[-1]}"')
        return Database(f"{postgres_url.rpartition('/')[0]}/{made[-1]}")

    yield make
    with psycopg.connect(postgres_url, autocommit=True) as server:
        for name in made:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
