"""A folder of mail as mail servers write it: one file a mail, new ones in ``new/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from meervoud_web.notes.letters import LARGEST

REFUSED = ".Refused"


def new_mails(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every new mail, oldest name first. Of what is far too large only so much is read that it is refused."""
    for path in sorted((folder / "new").iterdir()):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                yield path, file.read(LARGEST + 1)


def set_aside(path: Path, *, is_kept: bool) -> None:
    """Mark a mail as read, or put it with those that were refused, for somebody to look at."""
    folder = path.parent.parent if is_kept else path.parent.parent / REFUSED
    for room in ("cur", "new", "tmp"):
        (folder / room).mkdir(parents=True, exist_ok=True)
    name = path.name.partition(":")[0]
    path.replace(folder / "cur" / f"{name}:2,S" if is_kept else folder / "new" / name)
