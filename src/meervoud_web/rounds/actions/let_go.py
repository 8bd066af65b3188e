"""What the app ``rounds`` lets go of when its term is over, as the ``data_policy`` of each model promises."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, Q, QuerySet

from meervoud_web.people.terms import Term
from meervoud_web.rounds.models import (
    Appeal,
    Forwarding,
    HelpRequest,
    Participation,
    RoundProposal,
    State,
    Submission,
    SubmissionState,
)
from meervoud_web.rounds.providers import not_waited_for

AFTER_THE_ANSWER = timedelta(days=30)
AFTER_FORWARDING = timedelta(days=30)
AFTER_A_PROPOSAL = timedelta(days=365)


def _answered(now: datetime, prefix: str = "") -> Q:
    """The rounds whose people heard long enough ago what was done with their words."""
    said = {f"{prefix}round__state": State.ANSWERED, f"{prefix}round__answered_at__lt": now - AFTER_THE_ANSWER}
    return Q(**said)


def known_participations(now: datetime) -> QuerySet[Participation]:
    """Participations that a device or a follow code still opens, and should not any more."""
    known = Q(device_hash__isnull=False) | Q(follow_hash__isnull=False)
    return not_waited_for(Participation.objects.filter(_answered(now), known), now)


def cut_loose(keys: Collection[Any]) -> None:
    """Let no device and no follow code open these any more; what they said stays, and is nobody's."""
    Participation.objects.filter(pk__in=keys).update(device_hash=None, follow_hash=None)


def words_that_take_no_part(now: datetime) -> QuerySet[Submission]:
    """Statements that were brought in and are not in the round; what takes part stays as long as the round."""
    shown = Q(statement__isnull=False, statement__is_moderated=False)
    takes_part = Q(state=SubmissionState.ACCEPTED) | Q(state=SubmissionState.WAITING) & shown
    return Submission.objects.filter(_answered(now)).exclude(takes_part)


def forwarded_long_ago(now: datetime) -> QuerySet[HelpRequest]:
    """Hulpvragen that were brought where help is; the last time counts."""
    return HelpRequest.objects.alias(forwarded=Max("forwardings__at")).filter(forwarded__lt=now - AFTER_FORWARDING)


TERMS = (
    Term(
        kind="ties to devices and follow codes",
        promised_by=(Participation,),
        due=known_participations,
        let_go=cut_loose,
    ),
    Term(
        kind="appeals",
        promised_by=(Appeal,),
        due=lambda now: Appeal.objects.filter(_answered(now, "submission__")),
    ),
    Term(kind="statements that take no part", promised_by=(Submission,), due=words_that_take_no_part),
    Term(kind="requests for help", promised_by=(HelpRequest, Forwarding), due=forwarded_long_ago),
    Term(
        kind="proposals for a round",
        promised_by=(RoundProposal,),
        due=lambda now: RoundProposal.objects.filter(answered_at__lt=now - AFTER_A_PROPOSAL),
    ),
)
