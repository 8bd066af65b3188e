"""For whom a dossier is made: for everyone, or for somebody who may read more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from meervoud_web.people.models import Person


class Audience(StrEnum):
    """Who may read a dossier; the word stands in its manifest."""

    EVERYONE = "everyone"
    INSIDE = "inside"


@dataclass(frozen=True)
class Reader:
    """Whose eyes a dossier is made with; nobody's for everyone."""

    person: Person | None = None

    @property
    def audience(self) -> Audience:
        """Who may read it then."""
        return Audience.EVERYONE if self.person is None else Audience.INSIDE


EVERYONE = Reader()
