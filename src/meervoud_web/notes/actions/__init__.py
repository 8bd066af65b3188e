"""What can be done with notes, promises and frictions. The only place that writes them."""

from meervoud_web.notes.actions.friction import AlreadySettledError, FrictionWords, raise_friction, settle_friction
from meervoud_web.notes.actions.note import keep_to_oneself, share_note, tear_up, write_note
from meervoud_web.notes.actions.promise import (
    PromiseChangedMeanwhileError,
    PromiseWords,
    change_promise,
    keep_promise,
    let_go_of_promise,
    make_promise,
)

__all__ = [
    "AlreadySettledError",
    "FrictionWords",
    "PromiseChangedMeanwhileError",
    "PromiseWords",
    "change_promise",
    "keep_promise",
    "keep_to_oneself",
    "let_go_of_promise",
    "make_promise",
    "raise_friction",
    "settle_friction",
    "share_note",
    "tear_up",
    "write_note",
]
