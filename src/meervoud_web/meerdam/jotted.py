"""What people of Meerdam noted after a talk, what they promised, and what in their own house is in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.meerdam.story import morning
from meervoud_web.notes import actions
from meervoud_web.notes.models import Friction, FrictionKind, Note, Promise, PromisedTo
from meervoud_web.people.models import Person

NAMES = UUID("7d2d1c1e-51a5-4f9e-9d3c-0a3fb9d8a402")
"""So that the same note gets the same number in every Meerdam."""


@dataclass(frozen=True, kw_only=True)
class Jotted:
    """A note, so many days ago."""

    key: str
    writer: str
    days_ago: int
    text: str
    is_shared: bool = False


NOTES = (
    Jotted(
        key="stairs",
        writer="ambtenaar",
        days_ago=3,
        text=(
            "Sprak een mevrouw op de markt in Oost. Zij komt de trap niet meer op en slaapt in de voorkamer. "
            "Haar dochter belt elke avond, maar woont ver weg.\n"
            "Viel op: zij wil niet verhuizen, zij wil een leuning.\n"
            "Beloofd: ik vraag de woningcorporatie om een tweede leuning."
        ),
    ),
    Jotted(
        key="doctor",
        writer="opgavemanager",
        days_ago=9,
        text=(
            "Huisarts in Noord belde. Hij ziet mantelzorgers die zelf uitvallen, vaker dan vorig jaar. "
            "Hij weet niet wie hij dan kan bellen; wij eigenlijk ook niet."
        ),
        is_shared=True,
    ),
    Jotted(
        key="network",
        writer="ambtenaar",
        days_ago=41,
        text=(
            "Koffie met het netwerk in Oost. Twee uur per week overnemen lukt niet: wie helpt, is zelf vaak boven "
            "de zeventig. Ze willen wel, maar niet elke week.\n"
            "Toegezegd: wij laten weten of de vergoeding voor de coördinator doorgaat."
        ),
        is_shared=True,
    ),
    Jotted(
        key="hours",
        writer="procesbegeleider",
        days_ago=34,
        text=(
            "De wijkverpleging mag geen uren schrijven op overleg met het netwerk. Daardoor komt zij niet, en "
            "weet het netwerk niet wie het moeilijk heeft."
        ),
        is_shared=True,
    ),
    Jotted(
        key="council",
        writer="opgavemanager",
        days_ago=150,
        text=(
            "Raadsavond. Vraag van een raadslid: wat merkt een mantelzorger hiervan? Een goede vraag, geen "
            "antwoord. Ik zal voor de zomer laten zien wat drie mantelzorgers ervan merken."
        ),
        is_shared=True,
    ),
    Jotted(
        key="quotes",
        writer="ambtenaar",
        days_ago=210,
        text="Voor een kleine proef van 500 euro vraagt inkoop drie offertes. Dat kost meer dan de proef.",
        is_shared=True,
    ),
    Jotted(
        key="bus",
        writer="ambtenaar",
        days_ago=320,
        text=(
            "Inloop in het Huis van de Wijk: een meneer vroeg om een bus die ook ’s avonds rijdt. "
            "Beloofd: uitzoeken of de buurtbus langer kan rijden."
        ),
        is_shared=True,
    ),
)


@transaction.atomic
def jot_down(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Write the notes and make of them what came of them; doing it twice changes nothing."""
    if Note.objects.filter(challenge=challenge).exists():
        return
    notes = {jotted.key: _write(jotted, challenge, people=people, today=today) for jotted in NOTES}
    _promise_what_waits(notes, people=people, today=today)
    _promise_what_is_settled(notes, people=people, today=today)
    _raise(notes, people=people, today=today)


def _write(jotted: Jotted, challenge: Challenge, *, people: Mapping[str, Person], today: date) -> Note:
    with as_if_at(morning(today - timedelta(days=jotted.days_ago))):
        return actions.write_note(
            challenge,
            by=people[jotted.writer],
            text=jotted.text,
            is_shared=jotted.is_shared,
            request_id=uuid5(NAMES, jotted.key),
        )


def _promise_what_waits(notes: Mapping[str, Note], *, people: Mapping[str, Person], today: date) -> None:
    """One that is due, and one that changed once and is late all the same."""
    amber, olga = people["ambtenaar"], people["opgavemanager"]
    words = actions.PromiseWords(
        what="De woningcorporatie vragen om een tweede trapleuning.",
        to_whom="mevrouw op de markt in Oost",
        due_on=today + timedelta(days=4),
        keeper=amber,
    )
    _promised(notes["stairs"], words, by=amber)
    words = actions.PromiseWords(
        what="Laten weten of de vergoeding voor de coördinator doorgaat.",
        to=PromisedTo.PARTNER,
        to_whom="netwerk in Oost",
        due_on=today - timedelta(days=20),
        keeper=olga,
    )
    promise = _promised(notes["network"], words, by=amber)
    with as_if_at(morning(today - timedelta(days=21))):
        actions.change_promise(
            promise,
            by=olga,
            what=words.what,
            due_on=today - timedelta(days=5),
            reason="Het geld zit in de voorjaarsnota, en die is twee weken later klaar. Ik heb gebeld.",
            version=1,
        )


def _promise_what_is_settled(notes: Mapping[str, Note], *, people: Mapping[str, Person], today: date) -> None:
    """One that was kept, and one that could not be."""
    amber, olga = people["ambtenaar"], people["opgavemanager"]
    words = actions.PromiseWords(
        what="Voor de zomer laten zien wat drie mantelzorgers ervan merken.",
        to=PromisedTo.COUNCIL,
        due_on=today - timedelta(days=90),
        keeper=olga,
    )
    kept = _promised(notes["council"], words, by=olga)
    with as_if_at(morning(today - timedelta(days=95))):
        outcome = "Drie mantelzorgers vertelden het zelf, op de raadsavond. De raad vroeg door; dat was nieuw."
        actions.keep_promise(kept, by=olga, version=1, outcome=outcome)
    words = actions.PromiseWords(
        what="Uitzoeken of de buurtbus langer kan rijden.",
        to_whom="meneer bij de inloop",
        due_on=today - timedelta(days=280),
        keeper=amber,
    )
    dropped = _promised(notes["bus"], words, by=amber)
    with as_if_at(morning(today - timedelta(days=281))):
        reason = "Er zijn geen chauffeurs voor de avond. Ik heb het hem verteld; hij kent nu wel de belbus."
        actions.let_go_of_promise(dropped, by=amber, version=1, reason=reason)


def _promised(note: Note, words: actions.PromiseWords, *, by: Person) -> Promise:
    with as_if_at(note.written_at + timedelta(minutes=2)):
        return actions.make_promise(
            note.challenge, by=by, words=words, sources=[thing_of(note)], request_id=uuid5(NAMES, words.what)
        )


def _raise(notes: Mapping[str, Note], *, people: Mapping[str, Person], today: date) -> None:
    """One that waits for the director, and one that was lifted."""
    words = actions.FrictionWords(
        what="De wijkverpleging mag geen uren schrijven op overleg met het netwerk.",
        kind=FrictionKind.HOURS,
        lifter=people["directeur"],
        by_when=today + timedelta(days=8),
    )
    _raised(notes["hours"], words, by=people["procesbegeleider"])
    words = actions.FrictionWords(
        what="Inkoop vraagt drie offertes, ook voor een kleine proef van 500 euro.",
        kind=FrictionKind.RULE,
        lifter_role="hoofd inkoop",
        by_when=today - timedelta(days=180),
    )
    lifted = _raised(notes["quotes"], words, by=people["ambtenaar"])
    with as_if_at(morning(today - timedelta(days=176))):
        outcome = "Tot 2.500 euro is één offerte nu genoeg, voor alle kleine proeven."
        actions.settle_friction(lifted, by=people["ambtenaar"], is_lifted=True, outcome=outcome)


def _raised(note: Note, words: actions.FrictionWords, *, by: Person) -> Friction:
    with as_if_at(note.written_at + timedelta(minutes=2)):
        return actions.raise_friction(
            note.challenge, by=by, words=words, sources=[thing_of(note)], request_id=uuid5(NAMES, words.what)
        )
