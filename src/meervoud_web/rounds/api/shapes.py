"""What goes in and comes out of the API of rounds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Header, Path
from pydantic import Field, StringConstraints

from meervoud_web.rounds.models.submission import LONGEST
from meervoud_web.ui.shapes import Shape

Code = Annotated[str, Path(description="The code of the round, as on its poster.", max_length=20)]
PRINTED = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""Nothing that no keyboard types, and that a database would choke on."""
Number = Annotated[
    str, Path(description="The number of the statement in its round.", max_length=200, pattern=PRINTED)
]
Request = Annotated[
    UUID, Header(alias="Idempotency-Key", description="Sent again under the same key, a request counts once.")
]
Said = Literal["agree", "pass", "disagree"]
VALUES: dict[Said, int] = {"agree": 1, "pass": 0, "disagree": -1}
NAMES: dict[int, Said] = {value: name for name, value in VALUES.items()}


class RoundOut(Shape):
    """A round, with what is said before anything is asked and how hard its result is."""

    code: str
    title: str
    question: str
    introduction: str
    state: Annotated[str, Field(description="open, closed or answered")]
    language: str
    fixed: str
    negotiable: str
    decider: str
    how_heard: str
    answer_by: date | None
    opens_at: datetime | None
    closes_at: datetime | None
    answer: str
    assurance: str


class ParticipationOut(Shape):
    """A new participation: the token acts for it, the follow code shows what came of it. Both are shown once."""

    token: str
    follow_code: str


class ReactionIn(Shape):
    """What somebody says to a statement."""

    value: Said
    is_important: bool = False


class ReactionOut(Shape):
    """A reaction that was written down."""

    statement: str
    value: Said


class SubmissionIn(Shape):
    """A statement of one's own."""

    text: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST, pattern=PRINTED)
    ]


class SubmissionOut(Shape):
    """A statement that was brought in, and until when it is read at the latest."""

    text: str
    state: str
    due_at: datetime
