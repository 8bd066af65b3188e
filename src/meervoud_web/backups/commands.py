"""``meervoud backup`` and ``meervoud restore``, for the command line of the pure package to find."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meervoud_web.backups.archive import Manifest

WHERE = "The database is the one that DATABASE_URL names (default: the SQLite file in var/)."


def backup(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud backup``."""
    parser = subparsers.add_parser(
        "backup",
        help="save everything the website remembers to one file",
        description=f"Save everything the website remembers to one file, while it runs. {WHERE}",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    parser.add_argument("--force", action="store_true", help="replace FILE when it exists")
    parser.set_defaults(run=_run_backup)


def restore(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud restore``."""
    parser = subparsers.add_parser(
        "restore",
        help="put a backup back, on SQLite or PostgreSQL",
        description=f"Put a backup back, all of it or nothing, on SQLite or PostgreSQL. {WHERE}"
        " Stop the web server and the worker first.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a file made by `meervoud backup`")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="throw away what is in the database now; without it, it must be empty",
    )
    parser.set_defaults(run=_run_restore)


def _run_backup(arguments: argparse.Namespace) -> int:
    def work() -> str:
        from meervoud_web.backups.back_up import back_up

        manifest = back_up(arguments.file, overwrite=arguments.force)
        return f"Saved {_contents(manifest)} to {arguments.file} ({arguments.file.stat().st_size:,} bytes)."

    return _answer("backup", work)


def _run_restore(arguments: argparse.Namespace) -> int:
    def work() -> str:
        from meervoud_web.backups.restore import restore

        manifest = restore(arguments.file, replace=arguments.replace)
        return f"Restored {_contents(manifest)}, saved {manifest.made_at}; every row was read back and is equal."

    return _answer("restore", work)


def _answer(command: str, work: Callable[[], str]) -> int:
    """Say what was done and end with 0, or say in one line why not and end with 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    if importlib.util.find_spec("django") is None:
        print(
            f'meervoud {command}: this needs the website; install it with pip install "meervoud[web]"',
            file=sys.stderr,
        )
        return 2
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    from meervoud_web.backups.archive import BackupError

    try:
        django.setup()
        print(work())
    except (BackupError, DatabaseError, ImproperlyConfigured, OSError) as error:
        print(f"meervoud {command}: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    return 0


def _contents(manifest: Manifest) -> str:
    return f"{sum(table.rows for table in manifest.tables):,} rows of {len(manifest.tables)} tables"
