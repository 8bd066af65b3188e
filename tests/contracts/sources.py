"""The files of this project: what git knows, and what is new and not ignored."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGINES = ROOT / "src" / "meervoud"
WEB = ROOT / "src" / "meervoud_web"


@cache
def files() -> tuple[Path, ...]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def texts() -> list[tuple[Path, str]]:
    """Every file that is text, with its text."""
    found = []
    for path in files():
        body = path.read_bytes()
        if b"\0" not in body:
            found.append((path, body.decode("utf-8")))
    return found


def python_files(folder: Path) -> list[Path]:
    return [path for path in files() if path.suffix == ".py" and path.is_relative_to(folder)]


def templates() -> list[Path]:
    return [
        path
        for path in files()
        if path.is_relative_to(WEB) and "templates" in path.parts and path.suffix in {".html", ".txt", ".svg"}
    ]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
