"""What a paper tells of the unexpected: how much came in and how it was read, and in words only what was shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, on_day, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.signals.models import Verdict
from meervoud_web.signals.queries.seen import signals_of


def surprises_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """How many signals came in since and what they were read as, then each that everyone may read."""
    signals = [one for one in signals_of(challenge, person=person) if since is None or one.reported_at > since]
    if signals:
        facts = {
            "number": len(signals),
            "act": sum(one.verdict == Verdict.ACT for one in signals),
            "learn": sum(one.verdict == Verdict.LEARN for one in signals),
            "watch": sum(one.verdict == Verdict.WATCH for one in signals),
            "noise": sum(one.verdict == Verdict.NOISE for one in signals),
            "unread": sum(not one.verdict for one in signals),
        }
        words = ngettext(
            "Er kwam %(number)s signaal binnen. Gelezen als handelen: %(act)s, leren: %(learn)s, volgen: "
            "%(watch)s, ruis: %(noise)s. Nog niet gelezen: %(unread)s.",
            "Er kwamen %(number)s signalen binnen. Gelezen als handelen: %(act)s, leren: %(learn)s, volgen: "
            "%(watch)s, ruis: %(noise)s. Nog niet gelezen: %(unread)s.",
            len(signals),
        )
        yield Sentence(text=words % facts, sources=(thing_of(challenge),), key="signals")
    for one in signals:
        if one.is_shown:
            shown = {
                "day": on_day(one.reported_at),
                "what": bare(one.shown_as),
                "verdict": one.get_verdict_display(),
            }
            words = _("Op %(day)s viel op: “%(what)s”. Wat wij ermee doen: %(verdict)s.")
            yield Sentence(text=words % shown, sources=(thing_of(one),))


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.SURPRISES, surprises_told)
