"""What SQLite and PostgreSQL each need for one consistent look, and for having the database to oneself.

The only raw SQL of the web house is in this file: Django has no words for snapshots and locks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from meervoud_web.backups.archive import BackupError
from meervoud_web.backups.tables import kept_models, transient_models

IN_USE = "the database is in use{who}; stop the web server and the worker first (Ctrl-C in `make run`)"


@contextmanager
def snapshot(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """See the database as it is at this moment until the end, while others go on writing."""
    if connection.vendor == "sqlite":
        # Not atomic(): that begins IMMEDIATE, which would keep every writer waiting for the whole backup.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(using=connection.alias):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


@contextmanager
def to_oneself(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Refuse when anybody else is connected; who comes later waits until the restore has ended."""
    try:
        if connection.vendor == "sqlite":
            _claim_file(connection)
        else:
            _look_for_others(connection)
        yield
    finally:
        connection.close()


def _claim_file(connection: BaseDatabaseWrapper) -> None:
    """A connection in exclusive mode can begin to write only when no other connection is open."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 1000")
        cursor.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.execute("ROLLBACK")
        except OperationalError as error:
            raise BackupError(IN_USE.format(who="")) from error


def _look_for_others(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), min(coalesce(nullif(application_name, ''), usename)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        others, name = cursor.fetchone()
    if others:
        raise BackupError(IN_USE.format(who=f" ({others} other connection{'s' * (others > 1)}, of {name})"))


def lock_tables(connection: BaseDatabaseWrapper) -> None:
    """On PostgreSQL keep out who connects in the meantime; on SQLite the file is ours already."""
    if connection.vendor == "sqlite":
        return
    names = [connection.ops.quote_name(model._meta.db_table) for model in [*kept_models(), *transient_models()]]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        try:
            cursor.execute(f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE")
        except OperationalError as error:
            raise BackupError(IN_USE.format(who="")) from error


def reset_sequences(connection: BaseDatabaseWrapper) -> None:
    """New rows get numbers after those that were restored."""
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
            cursor.execute(statement)
