"""What can be done with the course: the only place that writes."""

from meervoud_web.course.actions.assumption import AssumptionText, assume, bring_evidence, judge, renew
from meervoud_web.course.actions.choice import ChoiceText, choose, look_again
from meervoud_web.course.actions.course import add_main_line, let_go_main_line, name_value
from meervoud_web.course.actions.dissent import (
    DissentText,
    TooLateError,
    add_to_dissent,
    answer_dissent,
    correct_dissent,
    dissent,
    open_dissent,
)
from meervoud_web.course.actions.handover import (
    Administration,
    AnsweredMeanwhileError,
    LineAnswer,
    NotReadyError,
    answer_line,
    begin_handover,
    call_off_handover,
    finish_handover,
    rename_handover,
)
from meervoud_web.course.actions.keeping import AlreadyWrittenError

__all__ = [
    "Administration",
    "AlreadyWrittenError",
    "AnsweredMeanwhileError",
    "AssumptionText",
    "ChoiceText",
    "DissentText",
    "LineAnswer",
    "NotReadyError",
    "TooLateError",
    "add_main_line",
    "add_to_dissent",
    "answer_dissent",
    "answer_line",
    "assume",
    "begin_handover",
    "bring_evidence",
    "call_off_handover",
    "choose",
    "correct_dissent",
    "dissent",
    "finish_handover",
    "judge",
    "let_go_main_line",
    "look_again",
    "name_value",
    "open_dissent",
    "rename_handover",
    "renew",
]
