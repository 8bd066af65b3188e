"""What the app ``people`` lets go of when its term is over."""

from __future__ import annotations

from django.contrib.sessions.models import Session

from meervoud_web.people.actions.attempts import KEPT
from meervoud_web.people.models import LoginAttempt
from meervoud_web.people.terms import Term

TERMS = (
    Term(
        kind="log-in attempts",
        promised_by=(LoginAttempt,),
        due=lambda now: LoginAttempt.objects.filter(at__lt=now - KEPT),
    ),
    Term(
        kind="sessions that are over",
        promised_by=(),
        due=lambda now: Session.objects.filter(expire_date__lt=now),
    ),
)
