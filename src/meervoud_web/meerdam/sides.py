"""How Meerdam is seen: four framings of which one is contested, ten people on three questions, and a mismatch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.framings import actions
from meervoud_web.framings.actions import FramingWords, Judged
from meervoud_web.framings.models import Framing, Rung, View
from meervoud_web.people.models import Person

HERE = ZoneInfo("Europe/Amsterdam")
NAMES = UUID("0f6b3a52-51d4-4c0f-8a7e-3b1f1f0a9d77")

MUNICIPALITY, CARERS, CARE, COUNCIL = (
    "De gemeente Meerdam",
    "Mantelzorgers in Meerdam",
    "Thuiszorg De Merel",
    "Adviesraad sociaal domein",
)
FRAMINGS = (
    (
        620,
        MUNICIPALITY,
        "opgavemanager",
        FramingWords(
            words="Wij kunnen het niet meer alleen, en zeggen dat te laat.",
            problem="Steeds meer mensen vragen hulp aan huis. Voor alles is te weinig geld en personeel.",
            cause="Mensen worden ouder, en wij regelden de hulp per loket in plaats van per mens.",
            responsibility="Wij, volgens de wet. Voor het samenleven zijn wij dat niet alleen.",
            value="Dat niemand buiten beeld raakt, en dat het ook over tien jaar nog kan.",
            solution="Met buurten afspreken wie wat doet, en zelf één vast gezicht per wijk zijn.",
        ),
    ),
    (
        560,
        CARERS,
        "inwoner",
        FramingWords(
            words="Ik ben zijn dochter, niet zijn verpleegster.",
            problem="Wie voor een ander zorgt, raakt op. Daarna zijn er twee mensen die hulp nodig hebben.",
            cause="Iedereen rekent op ons, en niemand vraagt hoe het gaat.",
            responsibility="De gemeente en de zorgverzekeraar wijzen naar elkaar. Wij staan ertussen.",
            value="Dat wij familie mogen blijven.",
            solution="Een vaste vervanger die de weg kent in huis.",
        ),
    ),
    (
        480,
        CARE,
        "partner",
        FramingWords(
            words="Onze mensen willen wel meer doen.",
            problem="De thuiszorg heeft niet genoeg mensen om overal op tijd te zijn.",
            cause="Er gaat veel tijd naar verslagen en naar reizen.",
            responsibility="De thuiszorg zelf, samen met de verzekeraar.",
            value="Goede zorg op een vast moment.",
            solution="Minder verslagen, en routes die beter op elkaar passen.",
        ),
    ),
    (
        440,
        COUNCIL,
        "adviesraad",
        FramingWords(
            words="Praat met ons, niet over ons.",
            problem="Wie weinig mensen kent, wordt niet gehoord en krijgt dus wat anderen bedenken.",
            cause="Wie meepraat, is meestal al goed in meepraten.",
            responsibility="De gemeente gaat naar mensen toe. Buren kijken naar elkaar om.",
            value="Waardigheid: zelf bepalen hoe je oud wordt.",
            solution="Begin bij mensen thuis aan tafel, en laat een netwerk zelf bepalen hoe het werkt.",
        ),
    ),
)
CONTEST = (
    "Het gaat niet om verslagen. Onze mensen zien dat iemand eenzaam is en mogen daar geen tijd voor schrijven. "
    "Dat staat er niet in, en dat is voor ons de kern."
)
CARERS_AGAIN = FramingWords(
    words="Ik ben zijn dochter, niet zijn verpleegster.",
    problem="Wie voor een ander zorgt, raakt op. Het netwerk in de buurt helpt, maar houdt het zelf ook niet vol.",
    cause="Iedereen rekent op ons en op dezelfde vijf buren, en niemand vraagt hoe het gaat.",
    responsibility="De gemeente en de zorgverzekeraar wijzen naar elkaar. Wij staan ertussen.",
    value="Dat wij familie mogen blijven.",
    solution="Een vaste vervanger die de weg kent in huis, en iemand die het netwerk overeind houdt.",
)
CARERS_WHY = "Wij rekenden op twee uur hulp per week uit de buurt. Dat is er niet gekomen."

JUDGED = (
    (
        "opgavemanager",
        (4, 2, 2),
        ("Over waardig oud worden is bijna iedereen het eens.", "Wij proberen nog.", "Nee."),
    ),
    (
        "procesbegeleider",
        (2, 2, 1),
        (
            "Aan tafel botsen zelf regelen en recht op hulp.",
            "In Oost werkt iets anders dan in West.",
            "Elk gesprek verandert wat mensen willen.",
        ),
    ),
    (
        "ambtenaar",
        (4, 3, 2),
        (
            "De doelen staan in elk plan.",
            "Een vast gezicht in de wijk lijkt te werken.",
            "Wat de buurt doet, weten wij niet.",
        ),
    ),
    (
        "raadslid",
        (5, 4, 4),
        ("De raad was eensgezind.", "Andere gemeenten hebben dit opgelost.", "Met goede cijfers moet dat kunnen."),
    ),
    ("griffier", (4, 3, 3), ("Op hoofdlijnen wel.", "Dat hoor ik verschillend.", "Een jaar vooruit misschien.")),
    (
        "adviesraad",
        (2, 2, 2),
        (
            "Wie niet meepraat, telt in dat eens zijn niet mee.",
            "Voor wie werkt het?",
            "Een regel hier geeft een gat daar.",
        ),
    ),
    (
        "adviseur",
        (3, 3, 2),
        ("Het woord samen verbergt een verschil.", "Wij leren het al doende.", "Er zijn te veel spelers."),
    ),
    (
        "partner",
        (2, 4, 2),
        (
            "Tijd voor een praatje telt bij ons, en op papier niet.",
            "Onze mensen weten het wel.",
            "Personeel gaat en komt.",
        ),
    ),
    (
        "inwoner",
        (1, 2, 1),
        (
            "Voor de een is het vrijheid, voor mij is het overleven.",
            "Niemand weet hoe ik het volhoud.",
            "Morgen kan alles anders zijn.",
        ),
    ),
    ("beheerder", (4, 3, 3), ("Ik hoor weinig ruzie.", "Ik weet het niet.", "Soms.")),
)

TOPIC = "Het netwerk van buren in Oost"
PLACED = (
    (420, View.ACTUAL, Rung.DIRECT, "Wij roepen mensen bij elkaar en maken de agenda."),
    (415, View.OURS, Rung.FACILITATE, "Het is een netwerk van buren. Wij helpen als zij dat vragen."),
    (120, View.ACTUAL, Rung.STIMULATE, "De buren vergaderen nu zelf; wij betalen een coördinator."),
)
WANTED = (
    (400, CARERS, Rung.STIMULATE, "Als het moet van de gemeente komt er niemand, maar zonder steun ook niet."),
    (380, COUNCIL, Rung.LET_GO, "Laat het netwerk zelf bepalen wat het wil zijn."),
    (45, CARERS, Rung.DIRECT, "Het netwerk valt stil. Er moet iemand zijn die het overeind houdt."),
)


@transaction.atomic
def tell_sides(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Let each actor say how they see it; telling it twice changes nothing."""
    if Framing.objects.filter(challenge=challenge).exists():
        return
    framings = {
        actor: _write(challenge, people, actor=actor, mailbox=mailbox, words=words, day=_ago(today, days))
        for days, actor, mailbox, words in FRAMINGS
    }
    with as_if_at(_ago(today, 470)):
        actions.contest(framings[CARE], by=people["partner"], number=1, what=CONTEST)
    with as_if_at(_ago(today, 430)):
        actions.confirm(framings[COUNCIL], by=people["adviesraad"], number=1)
    _place(challenge, people, framings, today=today)
    with as_if_at(_ago(today, 50)):
        sources = [thing_of(framings[CARERS].versions.get(number=1))]
        actions.rewrite(
            framings[CARERS],
            by=people["inwoner"],
            words=CARERS_AGAIN,
            reason=CARERS_WHY,
            sources=sources,
            number=1,
        )
    for place, (mailbox, levels, whys) in enumerate(JUDGED):
        with as_if_at(_ago(today, 90 - place)):
            judged = _judged(levels, whys)
            actions.judge(challenge, by=people[mailbox], judged=judged, request_id=uuid5(NAMES, mailbox))


def _write(
    challenge: Challenge,
    people: Mapping[str, Person],
    *,
    actor: str,
    mailbox: str,
    words: FramingWords,
    day: datetime,
) -> Framing:
    """Residents and the municipality write for themselves; for the others the manager wrote after a talk."""
    holder = people[mailbox]
    by = holder if actor in (MUNICIPALITY, CARERS) else people["opgavemanager"]
    with as_if_at(day):
        return actions.begin_framing(
            challenge,
            by=by,
            actor=actor,
            holder=holder,
            words=words,
            sources=[thing_of(challenge.questions.order_by("number")[0])],
            request_id=uuid5(NAMES, actor),
        )


def _place(
    challenge: Challenge, people: Mapping[str, Person], framings: Mapping[str, Framing], *, today: date
) -> None:
    manager = people["opgavemanager"]
    with as_if_at(_ago(today, 420)):
        sources = [thing_of(framings[CARERS].versions.get(number=1))]
        topic = actions.ask_role(challenge, by=manager, about=TOPIC, sources=sources)
    for days, view, rung, why in PLACED:
        with as_if_at(_ago(today, days)):
            since, name = today - timedelta(days=days), uuid5(NAMES, why)
            actions.place(topic, by=manager, view=view, rung=rung, since=since, why=why, request_id=name)
    for days, actor, rung, why in WANTED:
        framing = framings[actor]
        with as_if_at(_ago(today, days)):
            since, name = today - timedelta(days=days), uuid5(NAMES, why)
            by = people["inwoner" if actor == CARERS else "adviesraad"]
            actions.want(topic, by=by, framing=framing, rung=rung, since=since, why=why, request_id=name)


def _judged(levels: tuple[int, int, int], whys: tuple[str, str, str]) -> Judged:
    agreed, known, foreseen = levels
    agreed_why, known_why, foreseen_why = whys
    return Judged(
        agreed=agreed,
        agreed_why=agreed_why,
        known=known,
        known_why=known_why,
        foreseen=foreseen,
        foreseen_why=foreseen_why,
    )


def _ago(today: date, days: int) -> datetime:
    return datetime.combine(today - timedelta(days=days), time(14, 0), tzinfo=HERE)
