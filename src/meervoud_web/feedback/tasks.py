"""Background entry points: the queue carries no address and nobody's words."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from meervoud_web.feedback.models import NoticeAddress

QUIET = timedelta(minutes=15)
"""Several answers within this time make one mail."""
AGAIN = timedelta(days=1)
"""When somebody looks once more for who was not told: a worker may have been killed."""
MOST_TRIES = 50


def tell_soon() -> None:
    """Queue, in the transaction that answers, the mail to who asked for it, if anybody did."""
    if not NoticeAddress.objects.exists():
        return
    now = timezone.now()
    tell_who_asked.using(run_after=now + QUIET).enqueue()
    tell_who_asked.using(run_after=now + AGAIN).enqueue()


@task()
def tell_who_asked(tries: int = 0) -> None:
    """Mail everybody who asked for it about every answer that is new to them; later, if it cannot be now."""
    from meervoud_web.feedback.actions.tell import tell_about_answers

    again = tell_about_answers()
    if again is not None and tries < MOST_TRIES:
        tell_who_asked.using(run_after=again).enqueue(tries + 1)
