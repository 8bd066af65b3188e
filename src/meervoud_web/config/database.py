"""From one address, ``DATABASE_URL``, to what Django needs to know about its database."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

KEEP_OPEN_SECONDS = 600

# synchronous=FULL: a write that was acknowledged survives a power cut. IMMEDIATE: writers wait for their
# turn at the start of a transaction, and never find out half-way that somebody else was first.
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA busy_timeout=20000; PRAGMA temp_store=MEMORY;",
}


def database_from_url(url: str) -> dict[str, Any]:
    """Read ``sqlite:////abs/path`` or ``postgres://user:password@host:port/name?sslmode=require``."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts)
    if parts.scheme in ("postgres", "postgresql"):
        return _postgres(parts)
    raise ImproperlyConfigured(
        f"DATABASE_URL starts with {parts.scheme!r}; use sqlite:////abs/path or postgres://user@host/name."
    )


def _sqlite(parts: SplitResult) -> dict[str, Any]:
    if parts.netloc or parts.path in ("", "/"):
        raise ImproperlyConfigured("DATABASE_URL: a file takes four slashes, as in sqlite:////abs/path.")
    path = Path(unquote(parts.path.removeprefix("/"))).expanduser().resolve()
    return {
        "ENGINE": "meervoud_web.config.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": KEEP_OPEN_SECONDS,
        "OPTIONS": SQLITE_OPTIONS,
    }


def _postgres(parts: SplitResult) -> dict[str, Any]:
    options = dict(parse_qsl(parts.query))
    # libpq takes the folder of a Unix socket as ?host=/path, since a slash cannot stand in a host name.
    host = options.pop("host", None) or unquote(parts.hostname or "")
    port = options.pop("port", None) or str(parts.port or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or options.pop("user", "")),
        "PASSWORD": unquote(parts.password or options.pop("password", "")),
        "HOST": host,
        "PORT": port,
        "CONN_MAX_AGE": KEEP_OPEN_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
