"""What can be done with stellingenrondes."""

from .analyse import analyse_conversation
from .import_votes import FileFacts, import_votes
from .name_groups import name_groups
from .publish import close_to_public, open_to_public
from .read_upload import UploadRefusedError, votes_from_upload
from .take_in import (
    add_participant,
    add_statement,
    begin_conversation,
    can_be_reacted_to,
    count_vote,
    forget_participant,
    silence_statement,
    take_back_vote,
)

__all__ = [
    "FileFacts",
    "UploadRefusedError",
    "add_participant",
    "add_statement",
    "analyse_conversation",
    "begin_conversation",
    "can_be_reacted_to",
    "close_to_public",
    "count_vote",
    "forget_participant",
    "import_votes",
    "name_groups",
    "open_to_public",
    "silence_statement",
    "take_back_vote",
    "votes_from_upload",
]
