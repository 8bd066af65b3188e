"""What goes when its term is over: each app that promised a term registers in ``apps.py`` how it is kept.

So ``people`` knows no app above it. A term says in which models it was promised (their ``data_policy``), which
rows are due at a moment, and how those are let go; deleting is the usual way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet


@dataclass(frozen=True, kw_only=True)
class Term:
    """A promise about how long something is kept.

    ``let_go`` gets the keys of some rows that are due, and leaves them so that they are due no longer; without it
    they are deleted, with all that belongs to them.
    """

    kind: str
    """What goes, for the report; in English, and without a word about whose it was."""
    promised_by: tuple[type[Model], ...]
    due: Callable[[datetime], QuerySet[Any]]
    let_go: Callable[[Collection[Any]], object] | None = None


_TERMS: dict[str, Term] = {}


def register_terms(*terms: Term) -> None:
    """Make terms known; the name of what goes has to be unique."""
    for term in terms:
        if _TERMS.setdefault(term.kind, term) != term:
            raise ValueError(f"The term of {term.kind!r} is registered twice.")


def all_terms() -> list[Term]:
    """Every term that somebody promised."""
    return list(_TERMS.values())
