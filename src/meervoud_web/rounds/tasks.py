"""Background entry points: the queue carries the key of a round and the address of a page, and nobody's words."""

from __future__ import annotations

from django_tasks import task

from meervoud_web.rounds.actions.tell_readers import tell_readers

MOST_TRIES = 50
"""About half a day of a mail server that does not answer."""


@task()
def mail_about_help(round_id: int, page: str, tries: int = 0) -> None:
    """Mail who reads for this round that somebody asks for help; later, if that cannot be now."""
    again = tell_readers(round_id, page=page)
    if again is not None and tries < MOST_TRIES:
        mail_about_help.using(run_after=again).enqueue(round_id, page, tries + 1)
