"""Write docs/developers/cli.md from what the command line itself says: ``make docs``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "developers" / "cli.md"
OPENING = """\
# The command line

*Made from the commands themselves by `make docs`; a test fails when it is stale.*

Every command ends with 0 when it did what was asked, and with 2 and one clear line when it was given something
it cannot use; what checks something ends with 1 when it does not hold. `DATABASE_URL` says which database the
commands of the website work on.
"""


@cache
def help_of(*command: str) -> str:
    """What ``meervoud COMMAND --help`` prints, a hundred columns wide and without colour."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    arguments = [sys.executable, "-m", "meervoud", *command, "--help"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
    return done.stdout.strip()


def commands() -> list[str]:
    found = re.search(r"\{([\w,-]+)\}", help_of())
    return found.group(1).split(",") if found else []


def verbs_of(command: str) -> list[str]:
    """The verbs of a command that has them, such as ``verify``."""
    listed = help_of(command).partition("\n  VERB\n")[2].partition("\n\n")[0]
    return re.findall(r"^ {4}([\w-]+)", listed, re.MULTILINE)


def page() -> str:
    parts = [OPENING, f"```text\n{help_of()}\n```\n"]
    for command in commands():
        parts += [f"## meervoud {command}\n", f"```text\n{help_of(command)}\n```\n"]
        for verb in verbs_of(command):
            parts += [f"### meervoud {command} {verb}\n", f"```text\n{help_of(command, verb)}\n```\n"]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
