"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.conversations.models import Conversation, Participant, Statement, Upload, Vote
from meervoud_web.people.personal import OFFICIAL_ACT, Beside, Door, Fate, Holding

WITH_A_CODE = _("van mensen zonder account; zij komen erbij met hun volgcode")

DOOR = Door(
    name="conversations",
    title=_("Gesprekken"),
    holdings=(
        Holding(
            model=Conversation,
            whose=("created_by",),
            fate=Fate.UNNAMED,
            keeps=("title", "question"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=Upload,
            whose=("uploaded_by",),
            fate=Fate.UNNAMED,
            empties=("file_name",),
            hides=("sha256",),
            ground=OFFICIAL_ACT,
        ),
    ),
    beside=(
        Beside(Statement, why=WITH_A_CODE),
        Beside(Participant, why=WITH_A_CODE),
        Beside(Vote, why=WITH_A_CODE),
    ),
)
