"""What can be done with a round that runs: take part, react, bring in a statement, take it back."""

from .participate import RoundIsNotOpenError, go_on_with, participate
from .react import NoSuchStatementError, NotTakingPartError, react
from .submit import TooManyStatementsError, submit
from .withdraw import withdraw_everything, withdraw_statement

__all__ = [
    "NoSuchStatementError",
    "NotTakingPartError",
    "RoundIsNotOpenError",
    "TooManyStatementsError",
    "go_on_with",
    "participate",
    "react",
    "submit",
    "withdraw_everything",
    "withdraw_statement",
]
