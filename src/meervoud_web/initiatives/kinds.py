"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.initiatives.queries.seen import proposals_seen_by, sightings_seen_by, takeaways_seen_by

VERBS = {
    "seen-entered": _("{who} schreef op wat in de stad al werkt: {what}"),
    "seen-changed": _("{who} schreef anders op wat in de stad al werkt: {what}"),
    "seen-removed": _("{who} haalde iets weg wat in de stad gezien was"),
    "seen-shown": _("{who} liet met toestemming aan iedereen zien: {what}"),
    "seen-hidden": _("{who} laat niet meer aan iedereen zien: {what}"),
    "learning-not-asked": _("{who} zette terug dat nog niet gevraagd is of wij mogen leren van: {what}"),
    "learning-asked": _("{who} vroeg of wij mogen leren van: {what}"),
    "learning-yes": _("{who} hoorde dat wij mogen leren van: {what}"),
    "learning-on-conditions": _("{who} hoorde op welke voorwaarden wij mogen leren van: {what}"),
    "learning-no": _("{who} hoorde dat wij niet mogen leren van: {what}"),
    "taken-away": _("{who} schreef op wat wij anders doen: {what}"),
    "trial-proposed": _("{who} stelde een kleine proef voor: {what}"),
    "agenda-proposed": _("{who} stelde een punt voor de agenda voor: {what}"),
    "proposal-rewritten": _("{who} schreef een voorstel anders: {what}"),
    "proposal-withdrawn": _("{who} trok een voorstel in: {what}"),
    "proposal-answered-taken-up": _("{who} nam een voorstel over: {what}"),
    "proposal-answered-partly": _("{who} nam een voorstel deels over: {what}"),
    "proposal-answered-not": _("{who} nam een voorstel niet over: {what}"),
    "proposal-answered-elsewhere": _("{who} zei waar een voorstel wel thuishoort: {what}"),
    "proposal-again": _("{who} vroeg om nog eens naar een voorstel te kijken: {what}"),
    "proposal-reacted": _("{who} reageerde op het antwoord op een voorstel: {what}"),
}
QUIET = frozenset({"seen-changed", "learning-not-asked", "proposal-rewritten"})
KINDS = (
    Kind(
        slug="sighting",
        name=_("gezien in de stad"),
        model="initiatives.Sighting",
        title=str,
        address=lambda sighting: sighting.get_absolute_url(),
        seen_by=sightings_seen_by,
        related=("challenge",),
        # Not by the name of a person: who takes part is not looked up.
        words=lambda sighting: f"{sighting.by_whom} {sighting.shows} {sighting.place}",
        leaves_no_trace=True,
    ),
    Kind(
        slug="takeaway",
        name=_("wat wij meenamen"),
        model="initiatives.Takeaway",
        title=str,
        address=lambda takeaway: takeaway.get_absolute_url(),
        seen_by=takeaways_seen_by,
        related=("sighting__challenge",),
        words=lambda takeaway: "",
        leaves_no_trace=True,
    ),
    Kind(
        slug="own-proposal",
        name=_("voorstel"),
        model="initiatives.Proposal",
        title=str,
        address=lambda proposal: proposal.get_absolute_url(),
        seen_by=proposals_seen_by,
        related=("challenge",),
        words=lambda proposal: f"{proposal.newest.why}\n{proposal.newest.how}",
        fetched=("versions",),
    ),
)
