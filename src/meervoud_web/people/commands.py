"""``meervoud retention``, for the command line of the pure package to find."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys

WHERE = "The database is the one that DATABASE_URL names (default: the SQLite file in var/)."


def retention(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud retention``."""
    parser = subparsers.add_parser(
        "retention",
        help="let go of what the website kept as long as it promised",
        description="Let go of everything whose term is over, while the website runs, and say how much of what."
        f" The background worker does this once a day. {WHERE}",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say how much would go")
    parser.set_defaults(run=_run_retention)


def _run_retention(arguments: argparse.Namespace) -> int:
    """Say what went and end with 0; end with 2 where something could not go."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    if importlib.util.find_spec("django") is None:
        return _fail('this needs the website; install it with pip install "meervoud[web]"')
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        django.setup()
        from meervoud_web.people.actions.keep_terms import TermNotKeptError, count_due, keep_terms

        try:
            _report(count_due() if arguments.dry_run else keep_terms(), is_trial=arguments.dry_run)
        except TermNotKeptError as error:
            _report(error.removed, is_trial=False)
            return _fail(str(error))
    except (DatabaseError, ImproperlyConfigured, OSError) as error:
        return _fail(" ".join(str(error).split()))
    return 0


def _report(counts: dict[str, int], *, is_trial: bool) -> None:
    width = max(map(len, counts), default=0)
    for kind, count in counts.items():
        print(f"{kind:<{width}}  {count:>9,}")
    total = sum(counts.values())
    print(f"{total:,} would go; nothing was changed." if is_trial else f"{total:,} went.")


def _fail(reason: str) -> int:
    print(f"meervoud retention: {reason}", file=sys.stderr)
    return 2
