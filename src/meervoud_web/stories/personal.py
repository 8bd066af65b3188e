"""What this app holds about people with an account; who is followed has a code instead of one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.people.personal import OFFICIAL_ACT, Door, Fate, Holding
from meervoud_web.stories.models import ChosenStory, Consent, Story, Teller

DOOR = Door(
    name="stories",
    title=_("Verhalen"),
    holdings=(
        Holding(
            model=Teller,
            whose=("by",),
            fate=Fate.UNNAMED,
            others=("pseudonym",),
            hides=("code",),
            ground=OFFICIAL_ACT,
        ),
        Holding(model=Consent, whose=("by",), fate=Fate.UNNAMED, others=("purpose", "how"), ground=OFFICIAL_ACT),
        Holding(
            model=Story,
            whose=("writer",),
            fate=Fate.UNNAMED,
            others=("text", "change", "matters", "agreed_how", "remark"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=ChosenStory, whose=("by",), fate=Fate.UNNAMED, keeps=("panel", "reason"), ground=OFFICIAL_ACT
        ),
    ),
)
