"""What can be asked of the course."""

from meervoud_web.course.queries.confidence import Stand, line_of, stand_of, weight_of
from meervoud_web.course.queries.course import Course, Reopened, course_of, is_taken_back, last_look

__all__ = [
    "Course",
    "Reopened",
    "Stand",
    "course_of",
    "is_taken_back",
    "last_look",
    "line_of",
    "stand_of",
    "weight_of",
]
