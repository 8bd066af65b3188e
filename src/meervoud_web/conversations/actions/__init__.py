"""What can be done with stellingenrondes."""

from .analyse import TooFewChangesError, analyse_conversation
from .import_votes import FileFacts, import_votes
from .look_again import after_a_result, count_the_last, look_again
from .name_groups import name_groups
from .publish import close_to_public, open_to_public
from .read_upload import UploadRefusedError, votes_from_upload
from .set_up import reword_statement, set_seeds, set_words, show_to_everyone
from .take_in import (
    add_participant,
    add_statement,
    begin_conversation,
    can_be_reacted_to,
    count_vote,
    count_votes,
    forget_participant,
    open_among,
    silence_statement,
    take_back_vote,
)

__all__ = [
    "FileFacts",
    "TooFewChangesError",
    "UploadRefusedError",
    "add_participant",
    "add_statement",
    "after_a_result",
    "analyse_conversation",
    "begin_conversation",
    "can_be_reacted_to",
    "close_to_public",
    "count_the_last",
    "count_vote",
    "count_votes",
    "forget_participant",
    "import_votes",
    "look_again",
    "name_groups",
    "open_among",
    "open_to_public",
    "reword_statement",
    "set_seeds",
    "set_words",
    "show_to_everyone",
    "silence_statement",
    "take_back_vote",
    "votes_from_upload",
]
