"""What somebody did so far in a round, and what comes next."""

from __future__ import annotations

from meervoud_web.conversations.queries import open_statements, routes
from meervoud_web.rounds.codes import device_hash
from meervoud_web.rounds.models import Participation, Round, SubmissionState


def reactions_of(participation: Participation | None) -> dict[int, int]:
    """The reactions of somebody that count, by statement."""
    return {} if participation is None else open_statements.reacted_to(participation.participant_id)


def is_important_to(participation: Participation | None, statement_id: int) -> bool:
    """Whether somebody marked a statement as extra important."""
    return participation is not None and open_statements.is_marked(participation.participant_id, statement_id)


def last_reacted_to(participation: Participation | None) -> int | None:
    """The statement that somebody reacted to last, and did not take back."""
    if participation is None:
        return None
    # The newest word on each statement, in the order in which those words came.
    words: dict[int, int | None] = {}
    for statement, value in participation.receipts.order_by("pk").values_list("statement_id", "value"):
        words.pop(statement, None)
        words[statement] = value
    return next((statement for statement, value in reversed(words.items()) if value is not None), None)


def next_for(
    round_: Round, *, device: str, participation: Participation | None, done: dict[int, int]
) -> routes.Asked | None:
    """The next statement for this device: not one it is done with, and not its own while that waits to be read."""
    waiting = []
    if participation is not None:
        mine = participation.submissions.filter(state=SubmissionState.WAITING, statement__isnull=False)
        waiting = list(mine.values_list("statement_id", flat=True))
    # The same until the next reaction, so that looking again shows the same statement.
    seed = int(device_hash(device, round_id=round_.pk)[:12], 16) + len(done)
    return routes.next_statement(round_.conversation, done=[*done, *waiting], seed=seed)
