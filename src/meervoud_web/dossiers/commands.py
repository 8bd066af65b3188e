"""``meervoud dossier export``, for the command line of the pure package to find."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meervoud_web.dossiers.queries import Reader

WHERE = "The database is the one that DATABASE_URL names (default: the SQLite file in var/)."
EVERYONE = "everyone"


class RefusedError(Exception):
    """It cannot be exported like this; the text is one line for the person at the keyboard."""


def export(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``meervoud dossier export``."""
    parser = verbs.add_parser(
        "export",
        help="write the opgavedossier of a challenge as a zip of open data",
        description="Write the opgavedossier of a challenge as a zip of open data: every table as CSV and JSON"
        " with what its columns mean, every result with the votes behind it, the pictures, and a manifest with"
        f" the SHA-256 of each file. The same state gives the same bytes. {WHERE}",
    )
    parser.add_argument("challenge", metavar="CHALLENGE", help="the last part of the address of its page")
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    parser.add_argument(
        "--for",
        dest="reader",
        metavar="WHO",
        default=EVERYONE,
        help="everyone (default): what everyone may read; or the e-mail address of an account: what that may read",
    )
    parser.add_argument("--force", action="store_true", help="replace FILE when it exists")
    parser.set_defaults(run=_run_export)


def _run_export(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    if importlib.util.find_spec("django") is None:
        return _refuse('this needs the website; install it with pip install "meervoud[web]"')
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    from meervoud.errors import MethodError

    try:
        django.setup()
        print(_export(arguments))
    except (RefusedError, MethodError, DatabaseError, ImproperlyConfigured, OSError) as error:
        return _refuse(" ".join(str(error).split()))
    return 0


def _export(arguments: argparse.Namespace) -> str:
    from meervoud_web.challenges.queries import challenge_for
    from meervoud_web.dossiers.actions import hand_over, make_open_data

    target: Path = arguments.file
    if target.exists() and not arguments.force:
        raise RefusedError(f"{target} exists already; say --force to replace it")
    reader = _reader(arguments.reader)
    challenge = challenge_for(reader.person, arguments.challenge)
    if challenge is None:
        raise RefusedError(f"there is no challenge {arguments.challenge!a} that {arguments.reader} may read")
    made = make_open_data(challenge, reader)
    _write(target, made.content, overwrite=arguments.force)
    hand_over(challenge, reader, by=None, what=f"open data, SHA-256 {made.manifest_sha256}")
    return (
        f"Wrote {made.files:,} files and {made.analyses} analyses to {target} ({len(made.content):,} bytes), for"
        f" {reader.audience}.\nmanifest sha256 {made.manifest_sha256}"
    )


def _reader(who: str) -> Reader:
    from meervoud_web.dossiers.queries import Reader
    from meervoud_web.people.models import Person

    if who == EVERYONE:
        return Reader()
    person = Person.objects.filter(email__iexact=who, is_active=True).first()
    if person is None:
        raise RefusedError(f"nobody with an account goes by {who!a}")
    return Reader(person)


def _write(target: Path, content: bytes, *, overwrite: bool) -> None:
    """Write to a name of its own and take the real name at the end, so that nobody ever sees half a dossier."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            draft.replace(target)
        else:
            os.link(draft, target)  # unlike a rename, a link fails when somebody took the name in the meantime
    except FileExistsError:
        raise RefusedError(f"{target} exists already; say --force to replace it") from None
    except OSError as error:
        raise RefusedError(f"cannot write {target}: {error.strerror or error}") from None
    finally:
        draft.unlink(missing_ok=True)


def _refuse(reason: str) -> int:
    print(f"meervoud dossier export: {reason}", file=sys.stderr)
    return 2
