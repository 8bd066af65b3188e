"""``meervoud audit verify``, for the command line of the pure package to find."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys

WHERE = "The database is the one that DATABASE_URL names (default: the SQLite file in var/)."


def audit(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud audit``."""
    parser = subparsers.add_parser(
        "audit",
        help="check that the journal was not changed",
        description=f"Check that the journal of what was done, by whom and why was not changed. {WHERE}",
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verify = verbs.add_parser(
        "verify",
        help="compute every digest and seal again, and name what differs",
        description="Compute every digest and seal of the journal again, and name each entry or seal that differs."
        " Ends with 0 when all holds, 1 when something was changed, 2 when it could not be checked. Keep the head"
        " that it prints outside the database: only with it can you see that the end was cut off.",
    )
    verify.set_defaults(run=_run_verify)


def _run_verify(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    if importlib.util.find_spec("django") is None:
        return _refuse('this needs the website; install it with pip install "meervoud[web]"')
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        django.setup()
        from meervoud_web.challenges.audit import verify

        found = verify()
    except (DatabaseError, ImproperlyConfigured) as error:
        return _refuse(" ".join(str(error).split()))
    for problem in found.problems:
        print(problem, file=sys.stderr)
    print(f"{found.entries:,} entries under {found.seals:,} seals, {found.not_sealed_yet:,} not sealed yet")
    print(f"head {found.head}")
    print("Nothing was changed." if not found.problems else f"{len(found.problems):,} things were changed.")
    return 1 if found.problems else 0


def _refuse(reason: str) -> int:
    print(f"meervoud audit verify: {reason}", file=sys.stderr)
    return 2
