"""When what remembers is away: the database is full, locked, or restarting. That passes; whoever asks hears so."""

from __future__ import annotations

import errno
import sqlite3

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

RETRY_AFTER_SECONDS = 20
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
"""What SQLite says of its surroundings; all else that it calls operational is a mistake of ours."""


def is_outage(error: BaseException | None) -> bool:
    """Whether this says that the surroundings fail, and not the program: it may work again in a while."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        # The low byte is the kind, what stands above it says more of the same.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in PASSING
    return True


def out_of_reach(_request: HttpRequest | None) -> HttpResponse:
    """Say that it works again in a while; without the database or the session, since these are what failed."""
    page = render(None, "ui/errors/503.html")
    return HttpResponse(page.content, status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
