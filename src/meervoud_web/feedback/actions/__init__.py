"""What can be done with what people brought in. The only place that writes themes and answers."""

from meervoud_web.feedback.actions.add import AddedMeanwhileError, add_for_one
from meervoud_web.feedback.actions.answer import (
    AnsweredMeanwhileError,
    AnswerWords,
    answer_theme,
    tell_result,
)
from meervoud_web.feedback.actions.notice import (
    ask_for_notice,
    confirm_notice,
    key_of,
    let_go_of_address,
)
from meervoud_web.feedback.actions.sort import NotBroughtInError, place, take_out, tidy_up
from meervoud_web.feedback.actions.theme import (
    ThemeChangedMeanwhileError,
    ThemeTakenError,
    ThemeWords,
    edit_theme,
    name_theme,
    postpone,
    publish_theme,
)

__all__ = [
    "AddedMeanwhileError",
    "AnswerWords",
    "AnsweredMeanwhileError",
    "NotBroughtInError",
    "ThemeChangedMeanwhileError",
    "ThemeTakenError",
    "ThemeWords",
    "add_for_one",
    "answer_theme",
    "ask_for_notice",
    "confirm_notice",
    "edit_theme",
    "key_of",
    "let_go_of_address",
    "name_theme",
    "place",
    "postpone",
    "publish_theme",
    "take_out",
    "tell_result",
    "tidy_up",
]
