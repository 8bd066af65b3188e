"""What can be done with a round that runs: take part, react, bring in a statement, take it back."""

from .answer import AnsweredAlreadyError, StillRunningError, answer_round, correct_answer, postpone_answer
from .appeal import OwnDecisionError, answer_appeal
from .help import NotForwardedError, close_help_request, forward
from .moderate import DecidedAlreadyError, NoSuchTargetError, accept, hand_over, merge, put_back, redact, refuse
from .paper import CardCountsAlreadyError, TypedMeanwhileError, take_part_with_help, type_in
from .participate import RoundIsNotOpenError, go_on_with, participate, participate_by_program
from .prepare import ChangedMeanwhileError, QuestionStandsError, RoundText, edit_round, prepare_round, text_of
from .propose import ProposalAnsweredError, answer_proposal, propose_round
from .react import NoSuchStatementError, NotTakingPartError, react
from .run import NotReadyError, close_round, open_round
from .submit import TooManyStatementsError, submit
from .withdraw import withdraw_everything, withdraw_statement

__all__ = [
    "AnsweredAlreadyError",
    "CardCountsAlreadyError",
    "ChangedMeanwhileError",
    "DecidedAlreadyError",
    "NoSuchStatementError",
    "NoSuchTargetError",
    "NotForwardedError",
    "NotReadyError",
    "NotTakingPartError",
    "OwnDecisionError",
    "ProposalAnsweredError",
    "QuestionStandsError",
    "RoundIsNotOpenError",
    "RoundText",
    "StillRunningError",
    "TooManyStatementsError",
    "TypedMeanwhileError",
    "accept",
    "answer_appeal",
    "answer_proposal",
    "answer_round",
    "close_help_request",
    "close_round",
    "correct_answer",
    "edit_round",
    "forward",
    "go_on_with",
    "hand_over",
    "merge",
    "open_round",
    "participate",
    "participate_by_program",
    "postpone_answer",
    "prepare_round",
    "propose_round",
    "put_back",
    "react",
    "redact",
    "refuse",
    "submit",
    "take_part_with_help",
    "text_of",
    "type_in",
    "withdraw_everything",
    "withdraw_statement",
]
