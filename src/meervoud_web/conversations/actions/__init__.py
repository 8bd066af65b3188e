"""What can be done with stellingenrondes."""

from .analyse import analyse_conversation
from .import_votes import FileFacts, import_votes
from .name_groups import name_groups
from .publish import close_to_public, open_to_public
from .read_upload import UploadRefusedError, votes_from_upload

__all__ = [
    "FileFacts",
    "UploadRefusedError",
    "analyse_conversation",
    "close_to_public",
    "import_votes",
    "name_groups",
    "open_to_public",
    "votes_from_upload",
]
