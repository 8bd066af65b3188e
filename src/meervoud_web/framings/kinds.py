"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.framings.models import FramingVersion
from meervoud_web.framings.queries.seen import newest_of_each, topics_seen_by, versions_seen_by

VERBS = {
    "framing-written": _("{who} schreef een kijk op de opgave: {what}"),
    "framing-confirmed": _("{who} herkent de kijk op de opgave: {what}"),
    "framing-contested": _("{who} betwist hoe een kijk op de opgave is opgeschreven: {what}"),
    "framing-spoken-for": _("{who} vroeg iemand om voor een actor te spreken: {what}"),
    "three-questions-answered": _("{who} beantwoordde de vraag of dit een opgave is of een project"),
    "role-asked": _("{who} vroeg naar de rol van de overheid: {what}"),
    "role-placed": _("{who} zei welke rol de overheid heeft: {what}"),
    "role-wanted": _("{who} zei welke rol de overheid moet hebben: {what}"),
}
QUIET = frozenset({"three-questions-answered"})
KINDS = (
    Kind(
        slug="framing",
        name=_("kijk op de opgave"),
        model="framings.FramingVersion",
        title=str,
        address=lambda version: version.get_absolute_url(),
        seen_by=versions_seen_by,
        words=lambda version: "\n".join(getattr(version, part) for part in ("words", *FramingVersion.PARTS)),
        newest=newest_of_each,
        related=("framing__challenge",),
    ),
    Kind(
        slug="government-role",
        name=_("rol van de overheid"),
        model="framings.GovernmentTopic",
        title=str,
        address=lambda topic: topic.get_absolute_url(),
        seen_by=topics_seen_by,
        words=lambda topic: "",
        related=("challenge",),
    ),
)
