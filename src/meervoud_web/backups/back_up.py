"""Make a backup: one consistent look at all our tables, streamed into one file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from meervoud import __version__
from meervoud_web.backups import archive
from meervoud_web.backups.archive import BackupError, Manifest, Table, Tally
from meervoud_web.backups.rows import encode
from meervoud_web.backups.tables import applied_migrations, field_names, has_long_texts, kept_models
from meervoud_web.backups.transactions import snapshot

MANY_ROWS, FEW_ROWS = 2000, 20


def back_up(path: Path, *, overwrite: bool = False, using: str = "default") -> Manifest:
    """Write everything that is remembered to ``path``; others may go on working."""
    connection = connections[using]
    _expect_database(connection)
    try:
        with archive.written(path, overwrite=overwrite) as target, snapshot(connection):
            manifest = Manifest(
                version=__version__,
                made_at=timezone.now().isoformat(timespec="seconds"),
                database=connection.vendor,
                migrations=applied_migrations(connection),
                tables=[_write_table(target, model, using=using) for model in kept_models()],
            )
            archive.write_manifest(target, manifest)
    except DatabaseError as error:
        raise BackupError(f"the database cannot be read: {_first_line(error)}") from error
    return manifest


def _expect_database(connection: BaseDatabaseWrapper) -> None:
    """Opening a SQLite file that is not there would make it."""
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        raise BackupError(f"there is no database at {connection.settings_dict['NAME']}")


def _write_table(target: zipfile.ZipFile, model: type[models.Model], *, using: str) -> Table:
    tally = Tally()
    label = model._meta.label
    with target.open(archive.member_of(label), "w", force_zip64=True) as file:
        for line in lines_in(model, using=using):
            tally.add(line)
            file.write(line)
    return Table(model=label, fields=field_names(model), rows=tally.rows, sha256=tally.sha256)


def lines_in(model: type[models.Model], *, using: str) -> Iterator[bytes]:
    """Give each row of a table as its line, by key, never holding more than a handful in memory."""
    rows = model._base_manager.using(using).order_by("pk").values_list(*field_names(model))
    for row in rows.iterator(chunk_size=FEW_ROWS if has_long_texts(model) else MANY_ROWS):
        yield encode(row)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
