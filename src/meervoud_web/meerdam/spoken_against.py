"""Who at the town hall of Meerdam saw a choice otherwise, and what the answer was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.course import actions
from meervoud_web.course.actions import DissentText
from meervoud_web.course.models import Choice, Openness, Reply
from meervoud_web.meerdam.course_words import CHOSEN, FEWER_HOURS
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """Dissent, a number of days ago; perhaps with an answer, and with what its author added."""

    days_ago: int
    mailbox: str
    about: str
    text: DissentText
    openness: Openness
    answer: tuple[int, Reply, str, str] | None = None
    """How many days ago, what, why, and in whose name."""
    added: tuple[int, str] | None = None


SPOKEN = (
    Spoken(
        days_ago=449,
        mailbox="ambtenaar",
        about=FEWER_HOURS,
        text=DissentText(
            otherwise="Eerst een jaar meten bij dertig gezinnen, en dan pas uren verminderen",
            why=(
                "Afspraken tussen buren zijn nog geen hulp. In mijn gesprekken hoor ik goede wil, en weinig uren. "
                "Verminderen wij nu, dan vult de mantelzorger het gat, en die raakt al op."
            ),
            trade="Wmo-consulent",
        ),
        openness=Openness.NAMELESS,
        answer=(
            444,
            Reply.STANDS,
            "Wachten kost ook: 40 mensen staan op de lijst. Wel houden gezinnen een dagboekje bij.",
            "de wethouder, namens het college",
        ),
        added=(325, "De dagboekjes zijn er: 25 minuten per week. Ik stel voor nu te heroverwegen."),
    ),
    Spoken(
        days_ago=6,
        mailbox="directeur",
        about=CHOSEN[2].what,
        text=DissentText(
            otherwise="In het weekend pas open als er een vaste beheerder is",
            why=(
                "Vier vrijwilligers zijn met een griepgolf op. Als er één keer niemand is bij iets ernstigs, is "
                "het vertrouwen weg. Ik draag die verantwoordelijkheid liever met een vaste kracht."
            ),
            trade="beheer van gebouwen",
        ),
        openness=Openness.INTERNAL,
    ),
)


@transaction.atomic
def speak_against(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """File what people saw otherwise, and answer it; telling it twice changes nothing."""
    if challenge.dissents.exists():
        return
    for one in SPOKEN:
        _speak(one, challenge=challenge, people=people, today=today)


def _speak(one: Spoken, *, challenge: Challenge, people: Mapping[str, Person], today: date) -> None:
    author = people[one.mailbox]
    with as_if_at(morning(today - timedelta(days=one.days_ago))):
        choice = Choice.objects.get(challenge=challenge, what=one.about)
        filed = actions.dissent(
            challenge, by=author, text=one.text, openness=one.openness, sources=[], choice=choice
        )
    if one.answer is not None:
        days_ago, reply, reason, decided_by = one.answer
        with as_if_at(morning(today - timedelta(days=days_ago))):
            manager = people["opgavemanager"]
            actions.answer_dissent(filed, by=manager, reply=reply, reason=reason, decided_by=decided_by)
    if one.added is not None:
        days_ago, text = one.added
        with as_if_at(morning(today - timedelta(days=days_ago))):
            actions.add_to_dissent(filed, by=author, text=text)
