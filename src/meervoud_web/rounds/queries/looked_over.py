"""What a look at somebody's own statement brings up before it is sent."""

from __future__ import annotations

from dataclasses import dataclass

from meervoud_web.conversations.queries.open_statements import open_statements
from meervoud_web.conversations.queries.routes import Asked
from meervoud_web.dutch.likeness import like
from meervoud_web.people.warnings import Warned, warnings_in
from meervoud_web.rounds.models import Round


@dataclass(frozen=True)
class LookedOver:
    """What is worth a second look: statements that are like it, and what gives somebody away."""

    alike: list[Asked]
    personal: list[Warned]

    def __bool__(self) -> bool:
        return bool(self.alike or self.personal)


def look_over(text: str, round_: Round) -> LookedOver:
    """Compare a text with the statements that everyone sees already, and look for people in it."""
    texts = {one.key: one.text for one in open_statements(round_.conversation_id)}
    return LookedOver(
        alike=[Asked(pk, texts[pk]) for pk in like(text, texts)],
        personal=warnings_in(text),
    )
