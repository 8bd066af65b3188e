"""A database that is new: its tables are made, and of those who begin at the same moment one goes first."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LINE = 6_337_863
"""The number of our line among the advisory locks of PostgreSQL; it spells MEERVOU on a telephone."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until nobody else is beginning with this database, also not another process."""
    if connection.vendor == "postgresql":
        with _first_in_postgresql():
            yield
    elif connection.settings_dict["NAME"] and not _is_in_memory():
        with _first_beside(Path(connection.settings_dict["NAME"])):
            yield
    else:
        yield


def make_tables() -> None:
    """Migrate where something is missing, so that no command has to be run first."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def _is_in_memory() -> bool:
    name = str(connection.settings_dict["NAME"])
    return name == ":memory:" or "mode=memory" in name


@contextmanager
def _first_in_postgresql() -> Iterator[None]:
    line = connection.copy()  # of its own: whatever closes a connection in between does not let the next one in
    try:
        with line.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LINE])
        yield
    finally:
        line.close()


@contextmanager
def _first_beside(database: Path) -> Iterator[None]:
    """Lock a file beside the database: one transaction would hold up every other writer for too long."""
    with database.with_name(f"{database.name}.beginning").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # let go when the file is closed, also by a crash
        yield
