"""What is remembered of the course of a challenge."""

from meervoud_web.course.models.assumption import Assumption, Evidence, Finding, Judgement, Quality
from meervoud_web.course.models.choice import Choice, Outcome, SecondLook
from meervoud_web.course.models.course import MainLine, PublicValue, ValueKind
from meervoud_web.course.models.dissent import (
    Dissent,
    DissentAddition,
    DissentAnswer,
    DissentVersion,
    Openness,
    Reply,
)
from meervoud_web.course.models.handover import HandedLine, Handover, Verdict

__all__ = [
    "Assumption",
    "Choice",
    "Dissent",
    "DissentAddition",
    "DissentAnswer",
    "DissentVersion",
    "Evidence",
    "Finding",
    "HandedLine",
    "Handover",
    "Judgement",
    "MainLine",
    "Openness",
    "Outcome",
    "PublicValue",
    "Quality",
    "Reply",
    "SecondLook",
    "ValueKind",
    "Verdict",
]
