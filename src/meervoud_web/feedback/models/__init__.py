"""What is remembered of what people brought in and of the answers that they got."""

from meervoud_web.feedback.models.answer import ThemeAnswer, ThemeResult
from meervoud_web.feedback.models.notice import Notice, NoticeAddress
from meervoud_web.feedback.models.placing import Placing
from meervoud_web.feedback.models.theme import Theme, ThemePostponement, Weighed

__all__ = [
    "Notice",
    "NoticeAddress",
    "Placing",
    "Theme",
    "ThemeAnswer",
    "ThemePostponement",
    "ThemeResult",
    "Weighed",
]
