"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.analyses.models import Analysis, AnalysisInput, Picture
from meervoud_web.people.personal import OFFICIAL_ACT, Beside, Door, Fate, Holding

DOOR = Door(
    name="analyses",
    title=_("Berekeningen"),
    holdings=(
        Holding(
            model=Analysis,
            whose=("created_by",),
            fate=Fate.UNNAMED,
            hides=(
                "source",
                "method",
                "parameters",
                "message",
                "error",
                "method_version",
                "input_hash",
                "record",
                "summary",
                "mark",
            ),
            ground=OFFICIAL_ACT,
        ),
    ),
    beside=(
        Beside(AnalysisInput, why=_("van mensen zonder account; zij komen erbij met hun volgcode")),
        Beside(Picture, why=_("van mensen zonder account; zij komen erbij met hun volgcode")),
    ),
)
