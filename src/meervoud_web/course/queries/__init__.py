"""What can be asked of the course."""

from meervoud_web.course.queries.confidence import Stand, line_of, stand_of, weight_of
from meervoud_web.course.queries.course import Course, Reopened, course_of, is_taken_back, last_look
from meervoud_web.course.queries.handover import (
    Handing,
    Held,
    ToHand,
    finished_handovers,
    goes_on,
    handing_of,
    held_by,
    inherited_promises,
)
from meervoud_web.course.queries.seen import dissents_seen_by, handovers_seen_by

__all__ = [
    "Course",
    "Handing",
    "Held",
    "Reopened",
    "Stand",
    "ToHand",
    "course_of",
    "dissents_seen_by",
    "finished_handovers",
    "goes_on",
    "handing_of",
    "handovers_seen_by",
    "held_by",
    "inherited_promises",
    "is_taken_back",
    "last_look",
    "line_of",
    "stand_of",
    "weight_of",
]
