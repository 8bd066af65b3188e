"""What is remembered of the course of a challenge."""

from meervoud_web.course.models.assumption import Assumption, Evidence, Finding, Judgement, Quality
from meervoud_web.course.models.choice import Choice, Outcome, SecondLook
from meervoud_web.course.models.course import MainLine, PublicValue, ValueKind

__all__ = [
    "Assumption",
    "Choice",
    "Evidence",
    "Finding",
    "Judgement",
    "MainLine",
    "Outcome",
    "PublicValue",
    "Quality",
    "SecondLook",
    "ValueKind",
]
