"""The secret key of an installation that was not given one: made once, kept in ``var/``."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret(path: Path) -> str:
    """Read the key at ``path``; make it first when it is not there yet.

    Web server and worker start at the same moment: both write a file of their own, and a hard link, which
    fails when the name is taken, decides whose key it is. Nobody can ever read a half-written key.
    """
    if not path.exists():
        _offer(path, get_random_secret_key())
    return path.read_text(encoding="ascii")


def _offer(path: Path, key: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(key)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
