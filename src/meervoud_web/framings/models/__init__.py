"""What is remembered of how people see a challenge."""

from meervoud_web.framings.models.framing import Framing, FramingVersion, Recognised
from meervoud_web.framings.models.judgement import Level, WickednessJudgement
from meervoud_web.framings.models.role import GovernmentTopic, LadderPosition, Rung, View

__all__ = [
    "Framing",
    "FramingVersion",
    "GovernmentTopic",
    "LadderPosition",
    "Level",
    "Recognised",
    "Rung",
    "View",
    "WickednessJudgement",
]
