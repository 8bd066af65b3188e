"""A second challenge of Meerdam in its first week: a question, a few people, two notes, and much still empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.actions import ChallengeText
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, Part
from meervoud_web.challenges.things import thing_of
from meervoud_web.framings import actions as framings
from meervoud_web.meerdam.story import Given, morning
from meervoud_web.notes import actions as notes
from meervoud_web.people.models import Person
from meervoud_web.signals import actions as signals
from meervoud_web.signals.models import Observer

NAMES = UUID("c3a1f1de-0d0f-4a66-8d55-6b5a0f3f7e10")
"""So that the same note gets the same number in every Meerdam."""

WORK = ChallengeText(
    title="Werk dat past",
    question="Wat helpt mensen in Meerdam aan werk dat past bij hun leven, en werkgevers aan mensen die blijven?",
    importance=(
        "In Meerdam zoeken bedrijven mensen, en zoeken mensen werk. Toch vinden zij elkaar vaak niet. Wie ziek "
        "was, voor een ander zorgt of de taal nog leert, past niet in een vacature van veertig uur.\n\n"
        "Wij weten nog niet waar het aan ligt. Daarom beginnen wij met luisteren."
    ),
    concerns=(
        "Mensen die werk zoeken of dreigen te verliezen. Mensen die niemand meer zoekt. Werkgevers, groot en "
        "klein. Scholen, het UWV en de gemeente."
    ),
    is_public=False,
)
PARTS = (
    Given(mailbox="opgavemanager", part=Part.CHALLENGE_MANAGER, days_ago=6),
    Given(mailbox="directeur", part=Part.ADMINISTRATIVE_PRINCIPAL, days_ago=6, why="Gaf de opdracht."),
    Given(mailbox="ambtenaar", part=Part.TEAM_MEMBER, days_ago=5),
    Given(
        mailbox="inwoner",
        part=Part.EXPERT_BY_EXPERIENCE,
        days_ago=2,
        why="Zocht twee jaar naar werk dat past bij de zorg voor haar vader.",
    ),
)
BAKER = (
    "Sprak een bakker in het centrum. Zij zoekt al een half jaar iemand voor de ochtend. Drie mensen zeiden nee "
    "om de tijd: de eerste bus rijdt pas om zes uur.\n"
    "Viel op: zij wil de uren best anders verdelen, maar niemand had het haar gevraagd."
)
DESK = (
    "Zat een ochtend bij het werkplein. Van de elf mensen vroegen er zeven naar een paar uur per week, en alle "
    "vacatures waren voor 32 uur of meer."
)
SURPRISE = "Om vijf uur rijdt er geen bus naar het centrum. Daarom zeggen mensen nee tegen werk in de ochtend."
SEEN_BY_US = framings.FramingWords(
    words="Wij keken naar vacatures, en niet naar levens.",
    problem="Mensen en werk vinden elkaar niet, terwijl er van allebei genoeg is.",
    cause="Wij denken: werk is in vaste blokken verdeeld, en een leven niet. Zeker weten wij dat nog niet.",
    responsibility="Werkgevers, scholen, het UWV en wij. Niemand gaat over het geheel.",
    value="Dat iedereen die wil, mee kan doen.",
    solution="Dat weten wij nog niet. Eerst vragen wij het aan mensen die zoeken en aan wie mensen zoekt.",
)


@transaction.atomic
def begin_another(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Start it beside the main challenge, and let its first week pass: all of it or nothing, and once."""
    if Challenge.objects.exclude(pk=challenge.pk).filter(title=WORK.title).exists():
        return
    olga, amber = people["opgavemanager"], people["ambtenaar"]
    with as_if_at(_day(today, 6)):
        work = challenges.start_challenge(by=olga, text=WORK)
    for given in PARTS:
        _give(given, work, by=olga, people=people, today=today)
    with as_if_at(_day(today, 4)):
        baker = notes.write_note(work, by=amber, text=BAKER, is_shared=True, request_id=_name(BAKER))
    with as_if_at(_day(today, 3)):
        report = signals.Report(seen=SURPRISE, place="Centrum", observer=Observer.STAFF)
        signals.report_signal(work, by=amber, report=report, request_id=_name(SURPRISE), sources=[thing_of(baker)])
    with as_if_at(_day(today, 2)):
        notes.write_note(work, by=olga, text=DESK, is_shared=True, request_id=_name(DESK))
    with as_if_at(_day(today, 1)):
        framings.begin_framing(
            work,
            by=olga,
            actor="De gemeente Meerdam",
            holder=olga,
            words=SEEN_BY_US,
            sources=[thing_of(work.questions.get(number=1))],
            request_id=_name(SEEN_BY_US.words),
        )


def _give(given: Given, work: Challenge, *, by: Person, people: Mapping[str, Person], today: date) -> None:
    day = today - timedelta(days=given.days_ago)
    with as_if_at(morning(day)):
        challenges.involve(
            people[given.mailbox], challenge=work, role=given.part, by=by, starts_on=day, why=given.why
        )


def _day(today: date, days_ago: int) -> datetime:
    return morning(today - timedelta(days=days_ago))


def _name(text: str) -> UUID:
    return uuid5(NAMES, text)
