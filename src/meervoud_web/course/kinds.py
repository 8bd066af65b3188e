"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.queries.challenge import challenges_for
from meervoud_web.challenges.things import Kind
from meervoud_web.course.queries.seen import dissents_seen_by, handovers_seen_by
from meervoud_web.people.models import Person

Row = TypeVar("Row", bound=Model)


def with_their_challenge(person: Person | None, rows: QuerySet[Row]) -> QuerySet[Row]:
    """The course is for whoever may see the challenge."""
    return rows.filter(challenge__in=challenges_for(person))


def evidence_seen_by(person: Person | None, evidence: QuerySet[Any]) -> QuerySet[Any]:
    """Evidence is for whoever may see the challenge of its assumption."""
    return evidence.filter(assumption__challenge__in=challenges_for(person))


VERBS = {
    "main-line-added": _("{who} schreef een hoofdlijn van de koers op: {what}"),
    "main-line-let-go": _("{who} liet een hoofdlijn los: {what}"),
    "main-line-confirmed": _("{who} bevestigde een hoofdlijn namens het nieuwe bestuur: {what}"),
    "main-line-changed": _("{who} wijzigde een hoofdlijn namens het nieuwe bestuur: {what}"),
    "main-line-reversed": _("{who} keerde een hoofdlijn namens het nieuwe bestuur: {what}"),
    "handover-begun": _("{who} begon de koers over te dragen aan een nieuw bestuur: {what}"),
    "handover-renamed": _("{who} veranderde naam of datum van een overdracht: {what}"),
    "handover-answered": _("{who} gaf bij de overdracht antwoord over een hoofdlijn: {what}"),
    "handover-called-off": _("{who} begon toch niet aan de overdracht: {what}"),
    "handover-finished": _("{who} droeg de koers over aan een nieuw bestuur: {what}"),
    "dissent-filed": _("{who} legde tegenspraak vast: {what}"),
    "dissent-corrected": _("{who} verbeterde tegenspraak: {what}"),
    "dissent-added-to": _("{who} vulde tegenspraak aan: {what}"),
    "dissent-internal": _("{who} houdt tegenspraak intern: {what}"),
    "dissent-nameless": _("{who} laat tegenspraak zonder naam in een openbaar stuk toe: {what}"),
    "dissent-named": _("{who} laat tegenspraak met naam in een openbaar stuk toe: {what}"),
    "dissent-answered": _("{who} antwoordde op tegenspraak: {what}"),
    "value-named": _("{who} noemde een publieke waarde die op het spel staat: {what}"),
    "assumed": _("{who} schreef een aanname op: {what}"),
    "assumption-renewed": _("{who} maakte een aanname langer houdbaar: {what}"),
    "assumption-broke": _("Een aanname is gebroken: {what}"),
    "evidence-brought": _("{who} bracht een aanwijzing in: {what}"),
    "evidence-judged": _("{who} woog een aanwijzing: {what}"),
    "chosen": _("{who} schreef een keuze op: {what}"),
    "choice-kept": _("{who} heroverwoog een keuze, en houdt eraan vast: {what}"),
    "choice-adapted": _("{who} heroverwoog een keuze, en past haar aan: {what}"),
    "choice-taken-back": _("{who} heroverwoog een keuze, en neemt haar terug: {what}"),
}
QUIET = frozenset({"evidence-judged", "handover-renamed", "handover-answered", "dissent-corrected"})


def _kind(slug: str, name: Any, model: str, *texts: str) -> Kind:
    return Kind(
        slug=slug,
        name=name,
        model=f"course.{model}",
        title=str,
        address=lambda row: row.get_absolute_url(),
        seen_by=with_their_challenge,
        related=("challenge",),
        words=lambda row: "\n".join(getattr(row, text) for text in texts),
    )


KINDS = (
    _kind("main-line", _("hoofdlijn"), "MainLine", "why"),
    _kind("public-value", _("publieke waarde"), "PublicValue", "at_stake"),
    _kind("assumption", _("aanname"), "Assumption", "condition", "result", "because", "provided"),
    _kind("choice", _("keuze"), "Choice", "chosen_by", "weighed", "on_monday", "courage"),
    Kind(
        slug="handover",
        name=_("overdracht aan een nieuw bestuur"),
        model="course.Handover",
        title=str,
        address=lambda handover: handover.get_absolute_url(),
        seen_by=handovers_seen_by,
        related=("challenge",),
        words=lambda handover: "\n".join(answer.reason for answer in handover.answers.all()),
        fetched=("answers",),
    ),
    # Without words: nobody looks for what a colleague wrote, nor for who wrote it.
    Kind(
        slug="dissent",
        name=_("tegenspraak"),
        model="course.Dissent",
        title=str,
        address=lambda dissent: dissent.get_absolute_url(),
        seen_by=dissents_seen_by,
        related=("challenge",),
        stays_inside=True,
    ),
    Kind(
        slug="evidence",
        name=_("aanwijzing"),
        model="course.Evidence",
        title=str,
        address=lambda evidence: evidence.get_absolute_url(),
        seen_by=evidence_seen_by,
        related=("assumption__challenge",),
        words=lambda evidence: evidence.source,
    ),
)
