"""``meervoud retention`` and ``meervoud person``, for the command line of the pure package to find."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meervoud_web.people.models import Person

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


def person(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud person``."""
    parser = subparsers.add_parser(
        "person",
        help="give somebody everything about them, or erase them",
        description=f"Give somebody with an account everything that is held about them, or erase them. {WHERE}",
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    export = verbs.add_parser(
        "export",
        help="write everything about somebody to a file",
        description="Write everything that is held about somebody to a file: a zip to read, or JSON where the"
        " name of the file ends in .json. A file that is there already is not written over.",
    )
    export.add_argument("who", metavar="EMAIL", help="the e-mail address of the account, or its number")
    export.add_argument("file", metavar="FILE")
    export.set_defaults(run=lambda arguments: _with_the_website(_run_export, arguments, "person export"))
    erase = verbs.add_parser(
        "erase",
        help="erase somebody, and clean the files of the database",
        description="Say what goes and what stays, and erase somebody with --yes. What waits for them is listed,"
        " to be handed over first. The journal keeps that it was done, and no name. After a backup from before is"
        " put back, do it again with the number that is printed.",
    )
    erase.add_argument("who", metavar="EMAIL", help="the e-mail address of the account, or its number")
    erase.add_argument("--reason", required=True, help="kept for good, so without a name: a date or a case number")
    erase.add_argument("--yes", action="store_true", help="do it; without this it is only said")
    erase.set_defaults(run=lambda arguments: _with_the_website(_run_erase, arguments, "person erase"))


def _run_export(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from meervoud_web.people import takeaway

    found = _found(arguments.who)
    write = takeaway.as_json if arguments.file.endswith(".json") else takeaway.as_zip
    file = Path(arguments.file)
    file.touch(mode=0o600, exist_ok=False)  # for nobody else on this machine to read
    file.write_bytes(write(found, with_mentions=True))
    print(f"Everything about account {found.pk} is in {arguments.file}.")
    return 0


def _run_erase(arguments: argparse.Namespace) -> int:
    from meervoud_web.people import queries

    found = _found(arguments.who)
    for work in queries.open_work_of(found):
        print(f"waits for them: {work.what}")
    return _erase(found, reason=arguments.reason) if arguments.yes else _say_what_would_go(found)


def _say_what_would_go(found: Person) -> int:
    from meervoud_web.people import queries

    for _door, kinds in queries.held_about(found):
        for one in kinds:
            print(f"{one.count:>7,}  {one.kind}: {one.fate}")
    for mention in queries.named_elsewhere(found):
        print(f"{len(mention.keys):>7,}  {mention.kind}: named in words; only the name goes")
    print("Nothing was changed; add --yes to erase.")
    return 0


def _erase(found: Person, *, reason: str) -> int:
    from django.conf import settings

    from meervoud_web.people import actions

    try:
        erased = actions.erase(found, by=None, reason=reason)
    except actions.LastAdministratorError:
        raise _RefusedError(
            "nobody could look after the accounts then; make another administrator first"
        ) from None
    except actions.ReasonNamesThemError:
        raise _RefusedError("the reason names this person, and would stay; leave the name out") from None
    for done in erased.done:
        print(f"{done['count']:>7,}  {done['kind']}: {done['fate']}")
    files = "are clean" if erased.swept_at else "follow tonight: somebody was reading"
    print(f"Account {erased.number} is erased; the files of the database {files}.")
    print(f"Backups from before still hold it: throw them away within {settings.BACKUP_DAYS} days.")
    return 0


class _RefusedError(Exception):
    """What was asked cannot be done; the text says why in a line."""


def _found(who: str) -> Person:
    from meervoud_web.people import queries

    found = queries.person_at(who)
    if found is None:
        raise _RefusedError("there is no such account")
    return found


def _with_the_website(
    run: Callable[[argparse.Namespace], int], arguments: argparse.Namespace, command: str
) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    if importlib.util.find_spec("django") is None:
        return _fail('this needs the website; install it with pip install "meervoud[web]"', command=command)
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        django.setup()
        from django.utils import translation

        with translation.override("nl"):
            return run(arguments)
    except (_RefusedError, DatabaseError, ImproperlyConfigured, OSError) as error:
        return _fail(" ".join(str(error).split()), command=command)


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
        from meervoud_web.people.actions.keep_terms import TermNotKeptError, count_due, count_kept, keep_terms

        try:
            counts = count_due() if arguments.dry_run else keep_terms()
            _report(counts, kept=count_kept(), is_trial=arguments.dry_run)
        except TermNotKeptError as error:
            _report(error.removed, kept={}, is_trial=False)
            return _fail(str(error))
    except (DatabaseError, ImproperlyConfigured, OSError) as error:
        return _fail(" ".join(str(error).split()))
    return 0


def _report(counts: dict[str, int], *, kept: dict[str, int], is_trial: bool) -> None:
    width = max(map(len, counts), default=0)
    print(f"{'':<{width}}  {'would go' if is_trial else 'went':>9}  {'kept':>9}")
    for kind, count in counts.items():
        print(
            f"{kind:<{width}}  {count:>9,}  {kept.get(kind, 0):>9,}" if kept else f"{kind:<{width}}  {count:>9,}"
        )
    total = sum(counts.values())
    print(f"{total:,} would go; nothing was changed." if is_trial else f"{total:,} went.")


def _fail(reason: str, *, command: str = "retention") -> int:
    print(f"meervoud {command}: {reason}", file=sys.stderr)
    return 2
