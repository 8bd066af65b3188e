"""What waits to be read, with the clock of what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.conversations.queries.open_statements import open_statements
from meervoud_web.dutch.likeness import likeness
from meervoud_web.dutch.personal import find_personal
from meervoud_web.people.models import Person
from meervoud_web.people.queries import everyone
from meervoud_web.people.warnings import WORDS
from meervoud_web.rounds import rules
from meervoud_web.rounds.models import Appeal, HelpRequest, ModerationEntry, Round, Submission, SubmissionState

MOST_SHOWN = 50
CAN_BE_PUT_BACK = (SubmissionState.ACCEPTED, SubmissionState.REFUSED, SubmissionState.MERGED)


@dataclass(frozen=True)
class InTurn:
    """A statement in the queue, and how long it may still wait."""

    submission: Submission
    clock: str
    personal: list[str]
    """What in it may lead to a person, in words; a hint, and no more than that."""

    @property
    def takes_part_already(self) -> bool:
        return self.submission.statement_id is not None


@dataclass(frozen=True)
class ToLookAgain:
    """Somebody who does not agree, and whether this reader may answer."""

    appeal: Appeal
    may_answer: bool


@dataclass(frozen=True)
class HelpInTurn:
    """A hulpvraag, and how long ago it came in."""

    request: HelpRequest
    age: str


def clock(due_at: datetime, *, now: datetime | None = None) -> str:
    """How long something may still wait, in words; a promise that was not kept is called late."""
    left = int((due_at - (now or timezone.now())).total_seconds() // 60)
    if left < 0:
        return _("te laat: %(time)s") % {"time": _span(-left)}
    return _("nog %(time)s") % {"time": _span(left)}


def queue_of(round_: Round) -> list[InTurn]:
    """Statements that wait, the oldest promise first."""
    waiting = round_.submissions.filter(state=SubmissionState.WAITING).order_by("due_at", "pk")
    return [InTurn(one, clock(one.due_at), kinds_of_personal(one.text)) for one in waiting[:MOST_SHOWN]]


def decided_lately(round_: Round) -> QuerySet[Submission]:
    """What was decided last, so that a slip can be undone."""
    decided = round_.submissions.filter(state__in=CAN_BE_PUT_BACK, decided_at__isnull=False)
    return decided.select_related("statement", "decided_by").order_by("-decided_at")[:10]


def appeals_of(round_: Round, person: Person) -> list[ToLookAgain]:
    """Who asked to look again, and has no answer yet."""
    open_ = Appeal.objects.filter(submission__round=round_, is_granted=None)
    found = open_.filter(submission__state=SubmissionState.REFUSED).select_related("submission__decided_by")
    return [ToLookAgain(appeal, rules.may_answer(person, appeal)) for appeal in found.order_by("asked_at")]


def help_of(round_: Round, *, closed: bool = False) -> list[HelpInTurn]:
    """Hulpvragen, the oldest first; those that are closed only on request."""
    found = HelpRequest.objects.filter(round=round_, closed_at__isnull=not closed)
    found = found.prefetch_related("forwardings__by").order_by("asked_at")
    return [HelpInTurn(one, _span(_minutes_since(one.asked_at))) for one in found[:MOST_SHOWN]]


def readers_of(round_: Round) -> list[Person]:
    """Who may read along for this round, and so sees who asks for help."""
    return [person for person in everyone().filter(is_active=True) if rules.may_moderate(person, round_)]


def submission_of(round_: Round, submission_id: int) -> Submission | None:
    """Find a statement that was brought in on this round."""
    return round_.submissions.select_related("round__conversation__challenge").filter(pk=submission_id).first()


def like(submission: Submission) -> list[tuple[int, str]]:
    """The statements that take part, those that look most like this one first."""
    others = [
        one for one in open_statements(submission.round.conversation_id) if one.key != submission.statement_id
    ]
    others.sort(key=lambda one: -likeness(submission.text, one.text))
    return [(one.key, one.text) for one in others]


def kinds_of_personal(text: str) -> list[str]:
    """Which kinds of things in a text may lead to a person, each once."""
    return list(dict.fromkeys(str(WORDS[one.kind]) for one in find_personal(text)))


def log_of(round_: Round) -> QuerySet[ModerationEntry]:
    """The public log, newest first."""
    return round_.log.order_by("-pk")


def _minutes_since(moment: datetime) -> int:
    return max(0, int((timezone.now() - moment).total_seconds() // 60))


def _span(minutes: int) -> str:
    if minutes < 1:
        return _("minder dan een minuut")
    if minutes < 60:
        return ngettext("%(n)d minuut", "%(n)d minuten", minutes) % {"n": minutes}
    hours = minutes // 60
    if hours < 48:
        return ngettext("%(n)d uur", "%(n)d uur", hours) % {"n": hours}
    return ngettext("%(n)d dag", "%(n)d dagen", hours // 24) % {"n": hours // 24}
