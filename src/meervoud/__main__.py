"""The command line: ``meervoud METHOD INPUT``, and what other packages add to it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import NoReturn

from meervoud import __version__
from meervoud.dossier import command as dossier
from meervoud.errors import MethodError
from meervoud.landscape import command as landscape


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 2 with one line when it was given something unusable."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
    except MethodError as error:
        print(f"meervoud: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read along has stopped reading
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(prog="meervoud", description="The methods of Meervoud, on files.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    landscape.register(commands)
    dossier.register(commands)
    for found in sorted(entry_points(group="meervoud.commands"), key=lambda one: one.name):
        try:
            register = found.load()
        except ModuleNotFoundError:  # the engines alone, without the website
            continue
        register(commands)
    _name_all(commands)
    return parser


def _name_all(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    commands.metavar = "{" + ",".join(commands.choices) + "}"


if __name__ == "__main__":
    sys.exit(main())
