"""Which names a file in a dossier can have: those that stay inside the folder in which somebody unpacks it."""

from __future__ import annotations

LONGEST = 200


def stays_inside(name: str) -> bool:
    """Whether a name can be unpacked anywhere without harm: relative, with plain parts, and printable."""
    if not 0 < len(name) <= LONGEST or not name.isprintable() or any(sign in name for sign in '\\:*?"<>|'):
        return False
    return all(part.strip(" .") for part in name.removesuffix("/").split("/"))
