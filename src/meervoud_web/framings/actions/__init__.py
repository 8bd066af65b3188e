"""What can be done with how people see a challenge."""

from meervoud_web.framings.actions.answer import confirm, contest
from meervoud_web.framings.actions.judge import Judged, judge
from meervoud_web.framings.actions.place import TopicTakenError, ask_role, place, want
from meervoud_web.framings.actions.speak import let_speak
from meervoud_web.framings.actions.write import (
    ActorTakenError,
    FramingWords,
    RewrittenMeanwhileError,
    begin_framing,
    rewrite,
)

__all__ = [
    "ActorTakenError",
    "FramingWords",
    "Judged",
    "RewrittenMeanwhileError",
    "TopicTakenError",
    "ask_role",
    "begin_framing",
    "confirm",
    "contest",
    "judge",
    "let_speak",
    "place",
    "rewrite",
    "want",
]
