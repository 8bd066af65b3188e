"""Codes that people scan, read aloud and type."""

from __future__ import annotations

import secrets

ALPHABET = "23456789BCDFGHJKLMNPRSTVWXZ"
"""27 signs that are not mistaken for one another, without vowels so that no word appears by chance."""


def drawn(length: int) -> str:
    """A new code of so many signs."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def plain(typed: str) -> str:
    """A code as it was meant: capitals, without the spaces and dashes that people type or hear."""
    return "".join(sign for sign in typed.upper() if sign in ALPHABET)
