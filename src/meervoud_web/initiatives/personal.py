"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from meervoud_web.initiatives.models import Proposal, ProposalAnswer, ProposalVersion, Sighting, Takeaway
from meervoud_web.people.personal import GONE, OFFICIAL_ACT, Door, Erasure, Fate, Holding

ONLY_THAT = _("Alleen dat er een voorstel was, met het antwoord van de gemeente (Archiefwet).")


def _empty_versions(versions: QuerySet[ProposalVersion], _erasure: Erasure) -> None:
    """The words of who proposed it go; that there was a proposal, and the answer of the municipality, stay."""
    versions.update(what=GONE, why=GONE, how="")
    versions.filter(number=1).update(reason="")
    versions.exclude(number=1).update(reason=GONE)


def _leave_sightings(sightings: QuerySet[Sighting], _erasure: Erasure) -> None:
    """What somebody told of their own initiative goes with them; what others do is not about them."""
    sightings.filter(is_own=True).delete()
    sightings.update(entered_by=None)


DOOR = Door(
    name="initiatives",
    title=_("Uit de samenleving"),
    holdings=(
        Holding(
            model=Sighting,
            whose=("entered_by",),
            fate=Fate.UNNAMED,
            keeps=("what", "shows", "place", "by_whom", "conditions", "answered_by", "shown_with_leave_of"),
            others=("contact",),
            ground=_(
                "Gaat over wat anderen doen; wat iemand over eigen werk opschreef, gaat weg (artikel 17, AVG)."
            ),
            let_go=_leave_sightings,
        ),
        Holding(model=Takeaway, whose=("by",), fate=Fate.UNNAMED, keeps=("what",), ground=OFFICIAL_ACT),
        Holding(
            model=ProposalVersion,
            whose=("proposal__proposer",),
            fate=Fate.EMPTIED,
            empties=("what", "why", "how", "reason"),
            ground=ONLY_THAT,
            let_go=_empty_versions,
        ),
        Holding(
            model=Proposal,
            whose=("proposer",),
            fate=Fate.EMPTIED,
            empties=("organisation", "reaction"),
            ground=ONLY_THAT,
        ),
        Holding(model=ProposalAnswer, whose=("by",), fate=Fate.UNNAMED, keeps=("reason",), ground=OFFICIAL_ACT),
    ),
)
