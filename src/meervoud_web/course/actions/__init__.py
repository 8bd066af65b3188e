"""What can be done with the course: the only place that writes."""

from meervoud_web.course.actions.assumption import AssumptionText, assume, bring_evidence, judge, renew
from meervoud_web.course.actions.choice import ChoiceText, choose, look_again
from meervoud_web.course.actions.course import add_main_line, let_go_main_line, name_value
from meervoud_web.course.actions.keeping import AlreadyWrittenError

__all__ = [
    "AlreadyWrittenError",
    "AssumptionText",
    "ChoiceText",
    "add_main_line",
    "assume",
    "bring_evidence",
    "choose",
    "judge",
    "let_go_main_line",
    "look_again",
    "name_value",
    "renew",
]
