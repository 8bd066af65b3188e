"""What surprised people in Meerdam, and how it was read: through the same acts that everybody uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person
from meervoud_web.signals import actions
from meervoud_web.signals.actions.read import Found
from meervoud_web.signals.models import Letterbox, Observer, Signal, Theme, Verdict


@dataclass(frozen=True, kw_only=True)
class Read:
    """How a signal was read, so many days ago."""

    days_ago: int
    verdict: Verdict
    why: str
    impact: int = 3
    strangeness: int = 3
    theme: Theme = Theme.SOCIAL
    touches: str = ""
    with_signal: int | None = None
    """Which earlier one it is about as well, by its place in the list."""
    again_in: int = 17
    """In how many days from today somebody looks again."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What somebody passed on, so many days ago; without a mailbox through the letterbox."""

    days_ago: int
    seen: str
    place: str
    observer: Observer
    organisation: str = ""
    mailbox: str = ""
    read: tuple[Read, ...] = ()
    shown_as: str = ""


NETWORK = "Aanname: het netwerk neemt twee uur per week over"
TOLD = (
    Told(
        days_ago=205,
        seen="Steeds meer mantelzorgers bellen omdat zij het niet meer volhouden. Alles komt op hen neer.",
        place="Oost",
        observer=Observer.PROFESSIONAL,
        organisation="Thuiszorg De Merel",
        mailbox="partner",
        read=(
            Read(
                days_ago=201,
                verdict=Verdict.WATCH,
                why="Het past niet bij wat wij dachten.",
                impact=5,
                strangeness=3,
            ),
            Read(
                days_ago=90,
                verdict=Verdict.ACT,
                why="Wij horen het vaker. Drie verschillende mensen zagen het, en het raakt onze aanname.",
                impact=5,
                strangeness=4,
                touches=NETWORK,
            ),
        ),
        shown_as="Mantelzorgers in Oost houden het niet meer vol. Drie mensen zagen dit los van elkaar.",
    ),
    Told(
        days_ago=150,
        seen="Bij de huisarts komen deze maand vier mantelzorgers die overbelast zijn. Twee stopten met zorgen.",
        place="Oost",
        observer=Observer.PROFESSIONAL,
        organisation="Huisartsenpraktijk Oost",
        read=(
            Read(
                days_ago=146,
                verdict=Verdict.WATCH,
                why="Wij horen het vaker.",
                impact=5,
                touches=NETWORK,
                with_signal=0,
            ),
        ),
    ),
    Told(
        days_ago=95,
        seen="In onze groep mantelzorgers heeft niemand buren die meehelpen. Twee uur per week is een droom.",
        place="Zuid",
        observer=Observer.CARER,
        mailbox="inwoner",
        read=(
            Read(
                days_ago=91,
                verdict=Verdict.ACT,
                why="Dit is de derde. Wij leggen de aanname over het netwerk opnieuw voor.",
                impact=5,
                strangeness=4,
                touches=NETWORK,
                with_signal=0,
            ),
        ),
    ),
    Told(
        days_ago=130,
        seen="De moskee in Noord heeft zelf een ploeg die ouderen thuis bezoekt. Wij wisten van niets.",
        place="Noord",
        observer=Observer.STAFF,
        mailbox="ambtenaar",
        read=(
            Read(
                days_ago=126,
                verdict=Verdict.LEARN,
                why="Dit werkt al, zonder ons. Wij vragen of wij mogen komen kijken.",
                impact=4,
                strangeness=4,
            ),
        ),
        shown_as="In Noord bezoekt een ploeg van de moskee ouderen thuis. Dat begon zonder de gemeente.",
    ),
    Told(
        days_ago=118,
        seen="Scholieren doen boodschappen voor ouderen in de flat. Niemand vroeg het hun.",
        place="Merelweg",
        observer=Observer.RESIDENT,
        read=(Read(days_ago=112, verdict=Verdict.LEARN, why="Het past niet bij wat wij dachten.", strangeness=5),),
    ),
    Told(
        days_ago=104,
        seen="Er staat een bankje scheef bij de bushalte.",
        place="Centrum",
        observer=Observer.RESIDENT,
        read=(
            Read(
                days_ago=98,
                verdict=Verdict.NOISE,
                why="Het staat op zichzelf. Doorgegeven aan de buitendienst.",
                impact=1,
                strangeness=1,
                theme=Theme.ECOLOGICAL,
            ),
        ),
    ),
    Told(
        days_ago=70,
        seen="De alarmcentrale rijdt 's nachts vaker uit, en dan is iemand vooral bang en alleen.",
        place="hele stad",
        observer=Observer.PROFESSIONAL,
        organisation="Alarmcentrale",
        read=(
            Read(days_ago=63, verdict=Verdict.WATCH, why="Het raakt iets wat nu speelt.", impact=4, strangeness=3),
        ),
    ),
    Told(
        days_ago=48,
        seen="Twee vriendinnen van tachtig willen samenwonen, maar durven niet vanwege hun AOW.",
        place="Zuid",
        observer=Observer.RESIDENT,
        read=(
            Read(
                days_ago=42,
                verdict=Verdict.WATCH,
                why="Het past niet bij wat wij dachten. Wij kunnen dit niet zelf veranderen.",
                impact=3,
                strangeness=4,
                theme=Theme.POLITICAL,
            ),
        ),
    ),
    Told(
        days_ago=20,
        seen="Een weduwe liet haar zus in huis wonen en kreeg een brief over haar AOW. De zus woont weer alleen.",
        place="Oost",
        observer=Observer.CARER,
        read=(
            Read(
                days_ago=14,
                verdict=Verdict.WATCH,
                why="Wij horen het vaker.",
                impact=3,
                strangeness=4,
                theme=Theme.POLITICAL,
                with_signal=7,
            ),
        ),
    ),
    Told(
        days_ago=11,
        seen="In de buurtapp bieden mensen hulp aan in plaats van te klagen. Het begon na de storm.",
        place="Zuid",
        observer=Observer.RESIDENT,
    ),
    Told(
        days_ago=4,
        seen="Drie wijkverpleegkundigen stappen over naar een uitzendbureau, omdat zij zelf willen roosteren.",
        place="hele stad",
        observer=Observer.PROFESSIONAL,
        organisation="Thuiszorg De Merel",
        mailbox="partner",
    ),
    Told(
        days_ago=1,
        seen="Weer een mantelzorger die uitvalt: zij zorgde voor drie buren tegelijk en is nu zelf overbelast.",
        place="Noord",
        observer=Observer.CARER,
    ),
)


@transaction.atomic
def report_surprises(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Let people pass on what surprised them, and read most of it; doing it twice changes nothing."""
    if Letterbox.objects.filter(challenge=challenge).exists():
        return
    with as_if_at(morning(today - timedelta(days=220))):
        box = actions.open_letterbox(challenge, by=people["opgavemanager"])
    signals = [_passed_on(told, box, people, today=today) for told in TOLD]
    readings = [(read, place) for place, told in enumerate(TOLD) for read in told.read]
    for read, place in sorted(readings, key=lambda one: -one[0].days_ago):
        with as_if_at(morning(today - timedelta(days=read.days_ago))):
            _read(signals[place], read, signals, by=people["ambtenaar"], today=today)
    for told, signal in zip(TOLD, signals, strict=True):
        if told.shown_as:
            with as_if_at(morning(today - timedelta(days=told.read[-1].days_ago - 1))):
                actions.show_signal(signal, by=people["opgavemanager"], shown_as=told.shown_as)


def _passed_on(told: Told, box: Letterbox, people: Mapping[str, Person], *, today: date) -> Signal:
    report = actions.Report(
        seen=told.seen, place=told.place, observer=told.observer, organisation=told.organisation
    )
    key = uuid5(NAMESPACE_URL, f"{box.code}:{told.seen}")
    with as_if_at(morning(today - timedelta(days=told.days_ago))):
        if told.mailbox:
            by = people[told.mailbox]
            return actions.report_signal(box.challenge, by=by, report=report, request_id=key, sources=())
        return actions.report_from_outside(box, report=report, request_id=key, address="meerdam")


def _read(signal: Signal, read: Read, signals: list[Signal], *, by: Person, today: date) -> None:
    joined = signals[read.with_signal] if read.with_signal is not None else None
    actions.read_signal(
        signal,
        by=by,
        verdict=read.verdict,
        why=read.why,
        number=signal.readings.count() + 1,
        sources=[thing_of(joined)] if joined is not None else [],
        found=Found(
            impact=read.impact,
            strangeness=read.strangeness,
            theme=read.theme,
            touches=read.touches,
            next_look_on=today + timedelta(days=read.again_in) if read.verdict != Verdict.NOISE else None,
            belongs_to=joined,
        ),
    )
