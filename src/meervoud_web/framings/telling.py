"""What a paper tells of framings: who wrote how they see it, who contests theirs, who wants another role."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.framings.models import Rung
from meervoud_web.framings.queries.beside import side_by_side
from meervoud_web.framings.queries.roles import topics_for
from meervoud_web.people.models import Person


def actors_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Which actors stand behind a framing of their own."""
    shown = [one for one in side_by_side(challenge, person=person) if one.is_shown]
    if shown:
        words = ngettext(
            "Eén actor schreef zelf op hoe hij de opgave ziet: %(names)s.",
            "%(number)s actoren schreven zelf op hoe zij de opgave zien: %(names)s.",
            len(shown),
        )
        facts = {"number": len(shown), "names": ", ".join(one.framing.actor for one in shown)}
        yield Sentence(text=words % facts, sources=(thing_of(challenge), *map(thing_of, shown)), key="actors")


def framings_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Each framing in the actor's own short words, and who contests how theirs was written down."""
    for one in side_by_side(challenge, person=person):
        facts = {"actor": one.framing.actor, "words": bare(one.words or one.problem)}
        if one.is_shown:
            words = _("Zo ziet %(actor)s het, in eigen woorden: “%(words)s”.")
            yield Sentence(text=words % facts, sources=(thing_of(one),))
        elif one.is_contested:
            words = _("Deze actor herkent zich niet in hoe de eigen kijk is opgeschreven: %(actor)s.")
            yield Sentence(text=words % facts, sources=(thing_of(one),))


def roles_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Where somebody wants more or less government than there is."""
    for topic in topics_for(challenge, person=person, on=timezone.localdate()):
        for strand in topic.strands:
            if strand.now.gap:
                facts = {
                    "topic": bare(str(topic.topic)),
                    "who": strand.who,
                    "wanted": Rung(strand.now.wanted).label,
                    "actual": Rung(strand.now.actual).label,
                }
                words = _("Over “%(topic)s” wil %(who)s: %(wanted)s. Nu is het: %(actual)s.")
                yield Sentence(text=words % facts, sources=(thing_of(topic.topic),), key=f"role-{strand.who}")


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.TAKES_PART, actors_told)
    register_sentences(Section.DISSENT, framings_told)
    register_sentences(Section.DISSENT, roles_told)
