"""What came of somebody's words: each statement, what was decided, by which rule, and what still waits."""

from __future__ import annotations

from dataclasses import dataclass

from meervoud_web.conversations.queries.open_statements import reacted_to
from meervoud_web.rounds.models import Appeal, Participation, Submission, SubmissionState


@dataclass(frozen=True)
class Followed:
    """A statement as who brought it in sees it."""

    submission: Submission
    appeal: Appeal | None
    merged_with: str

    @property
    def may_appeal(self) -> bool:
        """Whether one can ask another reader to look again."""
        return self.submission.state == SubmissionState.REFUSED and self.appeal is None

    @property
    def may_withdraw(self) -> bool:
        """Whether there is still something to take back."""
        return self.submission.state != SubmissionState.WITHDRAWN


def followed_by(participation: Participation) -> list[Followed]:
    """Every statement of somebody, newest first."""
    found = participation.submissions.select_related("appeal", "statement", "participation").order_by("-pk")
    return [
        Followed(
            submission=one,
            appeal=getattr(one, "appeal", None),
            merged_with=one.statement.text if one.state == SubmissionState.MERGED and one.statement else "",
        )
        for one in found
    ]


def own_submission(participation: Participation, submission_id: int) -> Submission | None:
    """One statement of this participant and of nobody else."""
    return participation.submissions.filter(pk=submission_id).first()


def reactions_given(participation: Participation) -> int:
    """How many reactions of somebody count."""
    return len(reacted_to(participation.participant_id))
