"""What can be asked about notes, promises and frictions."""

from meervoud_web.notes.queries.seen import frictions_seen_by, notes_seen_by, promises_seen_by, worked_on_by
from meervoud_web.notes.queries.waiting import WaitingForMe, waiting_for_me
from meervoud_web.notes.queries.who import lifters_for, workers_on

__all__ = [
    "WaitingForMe",
    "frictions_seen_by",
    "lifters_for",
    "notes_seen_by",
    "promises_seen_by",
    "waiting_for_me",
    "worked_on_by",
    "workers_on",
]
