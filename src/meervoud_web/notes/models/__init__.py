"""What is remembered of notes, promises and frictions."""

from meervoud_web.notes.models.friction import Friction, FrictionKind, FrictionState
from meervoud_web.notes.models.note import Note, Way
from meervoud_web.notes.models.promise import Promise, PromiseChange, PromisedTo, PromiseState
from meervoud_web.notes.models.weekly import WeeklyMail

__all__ = [
    "Friction",
    "FrictionKind",
    "FrictionState",
    "Note",
    "Promise",
    "PromiseChange",
    "PromiseState",
    "PromisedTo",
    "Way",
    "WeeklyMail",
]
