"""Out of which texts words can be taken: all in which the doors say that people write."""

from __future__ import annotations

from django.db.models import Model

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.personal import doors

OF_A_CHALLENGE = ("title", "question", "importance", "concerns")


def texts_of(row: Model) -> dict[str, str]:
    """The texts of a row, by their field; none for what goes in another way."""
    texts = {name: getattr(row, name) for name in _fields_of(type(row))}
    return {name: text for name, text in texts.items() if isinstance(text, str) and text}


def _fields_of(model: type[Model]) -> tuple[str, ...]:
    if model is Challenge:
        return OF_A_CHALLENGE
    held = next((one for door in doors() for one in door.holdings if one.model is model), None)
    return (*held.empties, *held.keeps, *held.others) if held is not None else ()
