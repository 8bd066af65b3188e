"""How people come in, for a round that runs here: by a link for everyone, or by a code that is said in a room."""

from __future__ import annotations

from django.utils.translation import gettext as _

from meervoud_web.conversations.models import Assurance, Conversation

OPEN_LINK = int(Assurance.OPEN_LINK)
ROOM_CODE = int(Assurance.ROOM_CODE)


def ways_in() -> list[tuple[int, str]]:
    """The ways that a round can be held in; codes for one person each come with gatherings."""
    return [
        (OPEN_LINK, _("open link: iedereen met de link kan meedoen")),
        (ROOM_CODE, _("zaalcode: wie in de zaal is, kan meedoen")),
    ]


def is_for_the_room(conversation: Conversation) -> bool:
    """Whether only who is in the room gets the code: then no page for everyone may tell it."""
    return conversation.assurance == Assurance.ROOM_CODE
