"""What other apps show on the page of one thing, registered in their ``apps.py``.

So the app of the thing knows no app above it::

    register_beside("choice", what_waits_at_the_choice)

A provider gets the row and the person who looks (``None`` for a visitor), and returns a panel, or ``None`` where
there is nothing to show to this person. The page renders each ``panel.template`` with ``panel=panel.context``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from meervoud_web.challenges.providers import Panel
from meervoud_web.people.models import Person

BesideProvider = Callable[[Any, Person | None], Panel | None]

_providers: dict[str, list[BesideProvider]] = {}


def register_beside(kind: str, provider: BesideProvider) -> None:
    """Add a block to the page of every thing of a kind; registering twice changes nothing."""
    known = _providers.setdefault(kind, [])
    if provider not in known:
        known.append(provider)


def beside(kind: str, row: Any, *, person: Person | None) -> list[Panel]:
    """Ask every app what it shows to ``person`` beside ``row``."""
    panels = [panel for provider in _providers.get(kind, ()) if (panel := provider(row, person)) is not None]
    return sorted(panels, key=lambda panel: panel.order)
