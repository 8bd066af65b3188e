"""What other apps do once a thing was made, changed or taken away, registered in their ``apps.py``.

So ``challenges`` stays at the bottom and knows no app above it. Whatever the journal records is told here by
itself; an act that records nothing, such as taking in a statement, says so with ``changed``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.db import transaction

from meervoud_web.challenges.things import Thing

Afterwards = Callable[[Thing], object]

_afterwards: list[Afterwards] = []


def register_afterwards(act: Afterwards) -> None:
    """Let something be done after each commit that touches a thing; registering twice changes nothing."""
    if act not in _afterwards:
        _afterwards.append(act)


def changed(*things: Thing) -> None:
    """Say, in the transaction that does it, that things were made, changed or taken away."""
    for thing in things:
        for act in _afterwards:
            # Robust: what comes afterwards can fail without undoing what was done.
            transaction.on_commit(partial(act, thing), robust=True)
