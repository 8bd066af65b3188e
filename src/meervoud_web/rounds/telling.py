"""What a paper tells of rounds that run here: when they were told to everyone, and what people heard of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, in_short, on_day, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.rounds.models import Round, State


def communication_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """How each round was opened, and whether people have heard what was done with it."""
    for one in _rounds(challenge):
        facts = {"title": bare(one.conversation.title), "decider": bare(one.decider)}
        words = _(
            "Bij de stellingenronde “%(title)s” stond vooraf wat vaststaat, wat nog open is en wie erover gaat: "
            "%(decider)s."
        )
        yield Sentence(text=words % facts, sources=(thing_of(one),), key="said-first")
        if text := _heard(one):
            yield Sentence(text=text, sources=(thing_of(one),), key="heard")


def _heard(one: Round) -> str:
    facts = {"title": bare(one.conversation.title), "day": on_day(one.answer_by) if one.answer_by else ""}
    if one.answered_at is not None:
        facts["day"] = on_day(one.answered_at)
        return _("Op %(day)s hoorden deelnemers wat er met “%(title)s” is gedaan.") % facts
    if one.is_late:
        return _("De terugkoppeling over “%(title)s” is te laat: beloofd was uiterlijk %(day)s.") % facts
    return (
        _("Deelnemers aan “%(title)s” horen uiterlijk %(day)s wat ermee is gedaan.") % facts
        if facts["day"]
        else ""
    )


def answers_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What was said to be done with each round."""
    for one in _rounds(challenge):
        if one.answer and (since is None or (one.answered_at is not None and one.answered_at > since)):
            facts = {"title": bare(one.conversation.title), "answer": in_short(one.answer)}
            words = _("Over “%(title)s” is teruggekoppeld: %(answer)s")
            yield Sentence(text=words % facts, sources=(thing_of(one),), key="answer")


def _rounds(challenge: Challenge) -> Iterator[Round]:
    """Those that have opened and whose result is for everyone."""
    opened = Round.objects.exclude(state=State.DRAFT).filter(
        conversation__challenge=challenge, conversation__is_public=True
    )
    yield from opened.select_related("conversation__challenge").order_by("pk")


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.COMMUNICATED, communication_told)
    register_sentences(Section.FEEDBACK, answers_told)
