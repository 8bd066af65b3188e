"""Clean the files of the database: a row that is gone leaves its bytes there until they are used again."""

from __future__ import annotations

import time

import structlog
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from meervoud_web.people.models import PersonErased
from meervoud_web.people.personal import doors

TRIES = 25
BREATH_SECONDS = 0.2
log = structlog.get_logger(__name__)


def sweep() -> bool:
    """Write the database anew without what was deleted, and note for whom that was done; says whether it worked.

    On SQLite the file is written anew, and the WAL, which holds older versions of its pages, is emptied. On
    PostgreSQL ``VACUUM`` lets go of the dead rows; the WAL there goes as the operator keeps it.
    """
    if transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("sweep when everything is committed")
    began, now = time.monotonic(), timezone.now()
    try:
        for door in doors():
            if door.sweep is not None:
                door.sweep()
        is_clean = _sweep_sqlite() if connection.vendor == "sqlite" else _sweep_postgresql()
    except DatabaseError as error:
        log.warning("not swept", reason=type(error).__name__)
        return False
    if is_clean:
        PersonErased.objects.filter(swept_at=None, at__lte=now).update(swept_at=timezone.now())
    log.info("swept", is_clean=is_clean, seconds=round(time.monotonic() - began, 2))
    return is_clean


def sweep_what_waits() -> bool:
    """Clean the files where that did not work at once, such as while somebody was reading for long."""
    can_sweep = not transaction.get_connection().in_atomic_block
    return can_sweep and PersonErased.objects.filter(swept_at=None).exists() and sweep()


def _sweep_sqlite() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store=FILE")  # the copy can be larger than the memory
        try:
            cursor.execute("VACUUM")
        finally:
            cursor.execute("PRAGMA temp_store=MEMORY")
        for _attempt in range(TRIES):  # who is reading an older version of a page keeps it in the WAL
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _pages, _moved = cursor.fetchone()
            if not busy:
                return True
            time.sleep(BREATH_SECONDS)
    return False


def _sweep_postgresql() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
    return True
