"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.stories.queries import chosen_seen_by, stories_seen_by

# No sentence repeats a story or a pseudonym: the journal lasts longer than consent does.
VERBS = {
    "teller-followed": _("{who} begon iemand te volgen, met toestemming"),
    "consent-renewed": _("{who} legde opnieuw vast waarvoor een verteller toestemming geeft"),
    "teller-gone": _("Een verteller doet niet meer mee; alle verhalen van die verteller zijn weg"),
    "story-told": _("{who} schreef een verhaal op"),
    "story-rewritten": _("{who} herschreef een verhaal"),
    "story-agreed": _("Een verteller vindt dat het verhaal klopt"),
    "story-not-right": _("Een verteller vindt dat het verhaal niet klopt"),
    "story-chosen": _("{who} schreef op welk verhaal een panel het meest betekenisvol vindt"),
}
QUIET = frozenset({"consent-renewed", "story-rewritten", "story-not-right"})
KINDS = (
    # Without words: nobody looks for a person in what they told.
    Kind(
        slug="story",
        name=_("verhaal"),
        model="stories.Story",
        title=str,
        address=lambda story: story.get_absolute_url(),
        seen_by=stories_seen_by,
        related=("teller__challenge",),
        leaves_no_trace=True,
        stays_inside=True,
    ),
    Kind(
        slug="chosen-story",
        name=_("gekozen verhaal"),
        model="stories.ChosenStory",
        title=str,
        address=lambda chosen: chosen.get_absolute_url(),
        seen_by=chosen_seen_by,
        related=("challenge", "story__teller"),
        leaves_no_trace=True,
        stays_inside=True,
    ),
)
