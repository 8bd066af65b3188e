"""Put a backup back: all of it and exactly, or nothing at all."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql import InsertQuery

from meervoud_web.backups import archive
from meervoud_web.backups.archive import BackupError, Manifest, Table, Tally
from meervoud_web.backups.back_up import lines_in
from meervoud_web.backups.rows import decode, reader_of
from meervoud_web.backups.tables import (
    applied_migrations,
    field_names,
    is_untouched,
    kept_models,
    stored_fields,
    transient_models,
)
from meervoud_web.backups.transactions import lock_tables, reset_sequences, to_oneself

BATCH_ROWS = 2000
BATCH_BYTES = 4 * 1024 * 1024


def restore(path: Path, *, replace: bool = False, using: str = "default") -> Manifest:
    """Fill the database from ``path``; it must be empty, or ``replace`` says that what is in it may go.

    Everything happens in one transaction, at the end of which every row is read back and compared with the
    backup. Whatever goes wrong, a power cut included, leaves the database as it was.
    """
    connection = connections[using]
    with archive.opened(path) as source:
        manifest = archive.read_manifest(source)
        archive.verify(source, manifest)
        try:
            with to_oneself(connection):
                _prepare_tables(connection, manifest)
                with transaction.atomic(using=using):
                    lock_tables(connection)
                    _make_room(replace=replace, using=using)
                    for table in manifest.tables:
                        _fill(source, table, connection)
                    reset_sequences(connection)
                    connection.check_constraints()
                    _compare(manifest, using=using)
        except (DatabaseError, ValueError) as error:  # ValueError: a text that this database cannot hold
            raise BackupError(f"the database refuses the backup, and is as it was: {_in_short(error)}") from error
    return manifest


def _prepare_tables(connection: BaseDatabaseWrapper, manifest: Manifest) -> None:
    """The tables must be exactly those of the backup; a database without any gets them first."""
    if is_untouched(connection):
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True, database=connection.alias)
    here = applied_migrations(connection)
    if here != manifest.migrations:
        raise BackupError(
            f"this backup was made by Meervoud {manifest.version}, whose tables differ from those of this version"
            f" ({_first_difference(here, manifest.migrations)}); restore it with that version, then upgrade"
        )
    expected = {model._meta.label: field_names(model) for model in kept_models()}
    if {table.model: table.fields for table in manifest.tables} != expected:
        raise BackupError("the tables in this backup are not those of this version of Meervoud")


def _first_difference(here: dict[str, list[str]], there: dict[str, list[str]]) -> str:
    for app in sorted(here.keys() | there.keys()):
        ours, theirs = here.get(app, []), there.get(app, [])
        if ours != theirs:
            odd = sorted(set(ours) ^ set(theirs)) or ours
            return f"{app} {odd[0]}"
    return "none"


def _make_room(*, replace: bool, using: str) -> None:
    filled = [model for model in kept_models() if model._base_manager.using(using).exists()]
    if filled and not replace:
        names = ", ".join(model._meta.label for model in filled[:3])
        raise BackupError(f"the database is not empty ({names}, ...); say --replace to throw away what is in it")
    for model in [*filled, *transient_models()]:
        rows = model._base_manager.using(using).all()
        rows._raw_delete(using)  # no cascade, no signal: all tables go, and keys are checked at the end


def _fill(source: zipfile.ZipFile, table: Table, connection: BaseDatabaseWrapper) -> None:
    model = next(model for model in kept_models() if model._meta.label == table.model)
    tally = Tally()
    for batch in _batches(archive.lines_of(source, table)):
        for line in batch:
            tally.add(line)
        _insert(model, batch, connection)
    if not tally.matches(table):
        raise BackupError(f"{table.member} changed while it was being restored")


def _batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Rows by the thousand, and fewer where they are long."""
    batch: list[bytes] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line)
        if len(batch) >= BATCH_ROWS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _insert(model: type[models.Model], lines: list[bytes], connection: BaseDatabaseWrapper) -> None:
    """Insert the rows as they are: ``raw`` keeps what ``auto_now`` would make new."""
    fields = stored_fields(model)
    readers = [reader_of(field) for field in fields]
    names = field_names(model)
    try:
        rows = [model(**dict(zip(names, decode(line, readers=readers), strict=True))) for line in lines]
    except ValueError as error:
        raise BackupError(f"a row of {model._meta.label} cannot be read ({error})") from error
    step = connection.ops.bulk_batch_size(fields, rows)
    for start in range(0, len(rows), step):
        query = InsertQuery(model)
        query.insert_values(fields, rows[start : start + step], raw=True)
        query.get_compiler(using=connection.alias).execute_sql()


def _compare(manifest: Manifest, *, using: str) -> None:
    """Read every row back: what is in the database now is what was in the other one then."""
    models_by_label = {model._meta.label: model for model in kept_models()}
    for table in manifest.tables:
        tally = Tally()
        for line in lines_in(models_by_label[table.model], using=using):
            tally.add(line)
        if not tally.matches(table):
            raise BackupError(f"{table.model} does not read back as it was backed up; nothing was changed")


def _in_short(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
