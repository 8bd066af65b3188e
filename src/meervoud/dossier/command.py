"""``meervoud dossier verify``; the website adds ``meervoud dossier export``."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import entry_points

from meervoud.dossier.verifying import Verification, verify

MORE_VERBS = "meervoud.commands.dossier"
"""The entry points by which another package adds a verb."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("dossier", help="export a challenge as open data, and verify such a file")
    command.description = "The opgavedossier as a zip of open data that anybody can check and compute again."
    verbs = command.add_subparsers(required=True, metavar="VERB")
    check = verbs.add_parser("verify", help="say whether a file was altered, and compute its analyses again")
    check.description = (
        "Compare every file with the manifest and name each one that was altered, is missing or was added. Then"
        " compute every analysis again from the votes inside, and say whether the bits are the same, or the values"
        " within 1e-9, or which value differs. Needs no database. Ends with 0 when all holds, 1 when something"
        " differs, 2 when it is no dossier."
    )
    check.add_argument("file", metavar="FILE", help="a dossier (zip)")
    check.set_defaults(run=run)
    for found in sorted(entry_points(group=MORE_VERBS), key=lambda one: one.name):
        try:
            add = found.load()
        except ModuleNotFoundError:  # without the website
            continue
        add(verbs)


def run(asked: argparse.Namespace) -> int:
    """Verify and tell."""
    found = verify(asked.file, progress=_show if sys.stderr.isatty() else None)
    contents = found.contents
    print(f"“{contents.title}”, for {contents.audience}, made with Meervoud {contents.made_with}")
    print(f"manifest sha256 {found.manifest_sha256}")
    for one in found.analyses:
        words = f"{one.name}: {one.agreement}"
        words += f" ({one.method})" if one.method else ""
        words += f": {one.detail}" if one.detail else ""
        print(_plain(words), file=sys.stdout if one.holds else sys.stderr)
    for line in _altered(found):
        print(line, file=sys.stderr)
    whole = "All files are as they were written" if not _altered(found) else "Files are not as they were written"
    held = sum(one.holds for one in found.analyses)
    print(f"{whole}; {held} of {len(found.analyses)} analyses hold.")
    return 0 if found.holds else 1


def _altered(found: Verification) -> list[str]:
    return [
        f"{what}: {name}"
        for what, names in (("altered", found.altered), ("missing", found.missing), ("extra", found.extra))
        for name in names
    ]


def _plain(words: str) -> str:
    """Keep what a stranger wrote from steering somebody's screen."""
    return "".join(sign if sign.isprintable() else "?" for sign in words)


def _show(name: str) -> None:
    sys.stderr.write(f"computing {name} again\n")
