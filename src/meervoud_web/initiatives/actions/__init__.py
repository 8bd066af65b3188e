"""What can be done with what was seen in the city and with proposals. The only place that writes them."""

from meervoud_web.initiatives.actions.answer import AnsweredMeanwhileError, AnswerWords, answer_proposal, react
from meervoud_web.initiatives.actions.learn import (
    LearnWords,
    hide_sighting,
    say_may_learn,
    show_sighting,
    take_away,
)
from meervoud_web.initiatives.actions.propose import (
    ProposalWords,
    RewrittenMeanwhileError,
    propose,
    rewrite_proposal,
    withdraw_proposal,
)
from meervoud_web.initiatives.actions.sighting import (
    SeenChangedError,
    SightingWords,
    change_sighting,
    enter_sighting,
    remove_sighting,
)

__all__ = [
    "AnswerWords",
    "AnsweredMeanwhileError",
    "LearnWords",
    "ProposalWords",
    "RewrittenMeanwhileError",
    "SeenChangedError",
    "SightingWords",
    "answer_proposal",
    "change_sighting",
    "enter_sighting",
    "hide_sighting",
    "propose",
    "react",
    "remove_sighting",
    "rewrite_proposal",
    "say_may_learn",
    "show_sighting",
    "take_away",
    "withdraw_proposal",
]
