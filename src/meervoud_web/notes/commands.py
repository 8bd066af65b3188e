"""``meervoud note-from-mail`` and ``meervoud weekly-mail``, for the command line of the pure package to find."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

WHERE = "The database is the one that DATABASE_URL names (default: the SQLite file in var/)."
REFUSED, TRY_AGAIN = 2, 75
"""Mail servers send a mail back to its sender on the first, and try again later on the second (EX_TEMPFAIL)."""


def note_from_mail(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud note-from-mail``."""
    parser = subparsers.add_parser(
        "note-from-mail",
        help="make a note of a mail that somebody forwarded",
        description="Make a note of one mail on standard input, or of each new mail in a Maildir; it is for its"
        " sender alone, until they share it. From must be the address of somebody who can log in and works on the"
        " challenge; let the mail server refuse forged senders (SPF, DKIM, DMARC) before. Ends with 0 when all"
        " became notes; with 2 and the reason, in the language of the sender, when a mail was refused (from a"
        " Maildir it then goes to its folder Refused); with 75 when the database is away and the mail should come"
        " again."
        f" {WHERE}",
    )
    parser.add_argument("--maildir", metavar="DIR", type=Path, help="read the new mails of this Maildir")
    parser.add_argument("--challenge", metavar="SLUG", default="", help="the challenge that all of this is about")
    parser.set_defaults(run=_run_note_from_mail)


def weekly_mail(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud weekly-mail``."""
    parser = subparsers.add_parser(
        "weekly-mail",
        help="mail everybody who waits for them this week",
        description="Mail a short list to everybody who has a promise to keep or a friction to lift by the end of"
        " this week, at most once a week each, however often it runs. Run it on Monday morning. Ends with 0 when"
        f" all were mailed and with 2 when some could not be. {WHERE}",
    )
    parser.set_defaults(run=_run_weekly_mail)


def _run_note_from_mail(arguments: argparse.Namespace) -> int:
    return _with_database("note-from-mail", lambda: _take(arguments), away=TRY_AGAIN)


def _take(arguments: argparse.Namespace) -> int:
    from meervoud_web.notes.actions.take_mail import take_mail
    from meervoud_web.notes.letters import LARGEST, RefusedMailError
    from meervoud_web.notes.maildir import new_mails, set_aside

    if arguments.maildir is None:
        try:
            take_mail(sys.stdin.buffer.read(LARGEST + 1), challenge=arguments.challenge)
        except RefusedMailError as error:
            return _fail("note-from-mail", str(error))
        return 0
    kept = refused = 0
    for path, raw in new_mails(arguments.maildir):
        try:
            take_mail(raw, challenge=arguments.challenge)
        except RefusedMailError as error:
            refused += 1
            _fail("note-from-mail", f"{path.name}: {error}")
            set_aside(path, is_kept=False)
        else:
            kept += 1
            set_aside(path, is_kept=True)
    print(f"{kept:,} became notes, {refused:,} were refused")
    return REFUSED if refused else 0


def _run_weekly_mail(arguments: argparse.Namespace) -> int:
    return _with_database("weekly-mail", _mail, away=2)


def _mail() -> int:
    from meervoud_web.notes.actions.weekly_mail import mail_who_waits

    sent, failed = mail_who_waits()
    print(f"{sent:,} people were mailed")
    return _fail("weekly-mail", f"{failed:,} people could not be mailed") if failed else 0


def _with_database(command: str, run: Callable[[], int], *, away: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    if importlib.util.find_spec("django") is None:
        return _fail(command, 'this needs the website; install it with pip install "meervoud[web]"')
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        django.setup()
        return run()
    except DatabaseError as error:
        _fail(command, " ".join(str(error).split()))
        return away
    except (ImproperlyConfigured, OSError) as error:
        return _fail(command, " ".join(str(error).split()))


def _fail(command: str, reason: str) -> int:
    print(f"meervoud {command}: {reason}", file=sys.stderr)
    return REFUSED
