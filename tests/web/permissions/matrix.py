"""How the permission matrix is written down: per address, who gets which answer.

A row says for one address, one method and one object what everyone gets. The most precise word counts: a role by
its own name, then ``outside`` (a partner or a resident who can log in), then ``staff`` (everyone who can log in),
then ``strangers`` (no account, access taken away, or a term that is over), then ``everyone``::

    "challenges:start": [
        Row("GET", strangers=LOG_IN, staff=403, administrator=200, challenge_manager=200),
    ]

``of`` names the object that the address is about; the apps register how to make it in ``OBJECTS``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from meervoud_web.people.models import Person, Role

LOG_IN = "to the log-in page"
STRANGERS = ("anonymous", "deactivated", "term_is_over")
STAFF = tuple(role.value.replace("-", "_") for role in Role)
OUTSIDE = ("partner", "resident")
VISITORS = (*STRANGERS, *STAFF)

Answer = int | str
Objects = dict[str, Callable[[Person | None], dict[str, Any]]]


class Row:
    """What everyone gets on one address, with one method, about one object."""

    def __init__(
        self, method: str, *, of: str = "", data: dict[str, Any] | None = None, **answers: Answer
    ) -> None:
        unknown = set(answers) - {"everyone", "strangers", "outside", "staff", *VISITORS}
        assert not unknown, f"nobody is called {unknown}"
        self.method, self.of, self.data, self.answers = method, of, data or {}, answers

    def answer_for(self, visitor: str) -> Answer:
        """Return what ``visitor`` gets."""
        return self.answers[self._word_for(visitor)]

    def _word_for(self, visitor: str) -> str:
        """Return the most precise word for ``visitor``; every visitor has one, or the row is not finished."""
        group = "strangers" if visitor in STRANGERS else "staff"
        outside = ("outside",) if visitor in OUTSIDE else ()
        for word in (visitor, *outside, group, "everyone"):
            if word in self.answers:
                return word
        raise AssertionError(f"{self} says nothing about {visitor}")

    def visitors(self, turn: int) -> tuple[str, ...]:
        """Return whoever the row names, and of those who share a word the one whose turn it is."""
        sharing: dict[str, list[str]] = {}
        for visitor in VISITORS:
            sharing.setdefault(self._word_for(visitor), []).append(visitor)
        return tuple(who[turn % len(who)] for who in sharing.values())

    def __repr__(self) -> str:
        return f"{self.method} {self.of}".strip()


Matrix = dict[str, list[Row]]
