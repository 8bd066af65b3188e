"""What each app has to tell in a paper for the council, registered per section in its ``apps.py``.

So ``challenges`` stays at the bottom and knows no app above it::

    register_sentences(Section.PROMISES, promises_told)

    def promises_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
        for promise in promises_seen_by(person, challenge.promises.all()):
            yield Sentence(text=_("Toegezegd: %(what)s.") % {"what": promise.what}, sources=(thing_of(promise),))

A provider gets who makes the paper, the challenge, and the moment of the last paper of that kind (``None`` where
it is the first), and tells only what this person may see. A sentence is composed from named records, in plain
Dutch, and says by its sources where it comes from.

**Both the sentence and the titles of its sources are printed**, for the council and later for everyone who asks.
So a provider names no source whose title is private, such as a note, and tells of people by their roles. A total
whose rows are private has the challenge itself as its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.people.models import Person
from meervoud_web.ui.templatetags.ui import ended

LONGEST = 300
"""Of what people wrote, more than this is left to be read at its source."""


class Section(models.TextChoices):
    """The parts of a paper, in the order in which they stand in it."""

    TAKES_PART = "takes-part", _("Wie doet er mee")
    COMMUNICATED = "communicated", _("Hoe is er gecommuniceerd")
    MOVES = "moves", _("Beweegt het")
    COSTS = "costs", _("Wat kost het")
    COURSE = "course", _("Koers en wat er veranderde")
    CHOICES = "choices", _("Wat er gekozen is")
    DISSENT = "dissent", _("Tegenspraak en minderheid")
    SURPRISES = "surprises", _("Verrassingen")
    PROMISES = "promises", _("Toezeggingen")
    FEEDBACK = "feedback", _("Wat er met inbreng is gedaan")
    ADVICE = "advice", _("Wat de adviesraad zegt")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a paper, with the things that it was composed from; own words have an author instead."""

    text: str
    sources: tuple[Thing, ...] = ()
    author: str = ""
    key: str = ""
    """What tells it from another sentence on the same first source, such as ``late``. A total needs one: its first
    source is the challenge, and it stays the same sentence however many rows it counts."""

    @property
    def mark(self) -> str:
        """What it is about. It stays while the words move along, so that choosing and comparing hold."""
        if self.key:
            return f"{self.key}({self.sources[0]})" if self.sources else self.key
        return "+".join(sorted(map(str, self.sources))) or self.text


SentenceProvider = Callable[[Person, Challenge, datetime | None], Iterable[Sentence]]

_providers: dict[Section, list[SentenceProvider]] = {}


def register_sentences(section: Section, provider: SentenceProvider) -> None:
    """Add what an app tells in a section; registering twice changes nothing."""
    told = _providers.setdefault(section, [])
    if provider not in told:
        told.append(provider)


def sentences_for(
    section: Section, *, person: Person, challenge: Challenge, since: datetime | None
) -> list[Sentence]:
    """Ask every app what it tells in ``section``; each sentence once."""
    told = [one for provider in _providers.get(section, []) for one in provider(person, challenge, since)]
    return list({one.mark: one for one in reversed(told)}.values())[::-1]


def in_short(text: str) -> str:
    """What somebody wrote, to be told in a paper: on one line, not too long, ending with one full stop."""
    return ended(str(Truncator(" ".join(text.split())).chars(LONGEST)))


def bare(text: str) -> str:
    """The same without its full stop, for between quotation marks inside a sentence."""
    return in_short(text).removesuffix(".")


def on_day(moment: date | datetime) -> str:
    """A day in full, in the language of the paper."""
    return date_format(timezone.localtime(moment) if isinstance(moment, datetime) else moment, "j F Y")
