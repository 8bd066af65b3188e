"""What makes Meerdam alive: a round that is open, with statements that wait, and one that was answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Conversation, Statement
from meervoud_web.meerdam.content import LATE, living_at_home
from meervoud_web.people.models import Person
from meervoud_web.rounds import actions
from meervoud_web.rounds.actions.ask_for_help import ask_for_help
from meervoud_web.rounds.actions.follow import appeal
from meervoud_web.rounds.models import Round, Rule, State, Submission, SubmissionState

CODE, CLOSED_CODE = "MRDM26", "MRDM25"
NAMES = UUID("5f0c4f0a-6c8e-4c3f-9a55-0d6d4a7f2b11")
"""So that the same thing gets the same id in every Meerdam."""

WAITING = (
    ("Een buurtbus naar het gezondheidscentrum helpt meer dan een app.", 3),
    ("Wie voor een ander zorgt, moet een vaste vervanger krijgen die de weg kent in huis.", 10),
    ("Ik wil dat de apotheek weer bij iedereen aan huis bezorgt.", 31),
)
"""Statements that nobody has read yet, and how many hours they wait: the last one longer than was promised."""
ACCEPTED = "Een vast telefoonnummer in de wijk is beter dan tien loketten."
MERGED = ("Een praatje bij de deur maakt mijn dag goed.", "1")
REFUSED = ("Thuiszorg, vervoer en wonen moeten allemaal anders.", "Dit zijn drie meningen. Breng ze apart in.")
APPEAL = (
    "Voor mij is het één ding: zonder vervoer heb ik niets aan de thuiszorg. Kijk er alstublieft nog eens naar."
)
PERSONAL = "Mevrouw De Wit van nummer 12 krijgt hulp die zij niet nodig heeft."
HELP = "Ik ben al drie weken niet buiten geweest en ik durf niemand te bellen."
CONTACT = "Bel mij na tien uur: 0600 000 000"


def is_alive() -> bool:
    """Tell whether somebody has spoken in the round that is open."""
    return Submission.objects.filter(round__code=CODE).exists()


def open_living_at_home(conversation: Conversation, *, today: date) -> Round:
    """Let everybody take part in the main round; doing it twice changes nothing."""
    late = living_at_home().of_kind(LATE)
    Statement.objects.filter(conversation=conversation).exclude(external_id__in=late).update(is_seed=True)
    return Round.objects.get_or_create(
        conversation=conversation,
        defaults={
            "code": CODE,
            "state": State.OPEN,
            "introduction": (
                "In Meerdam wonen steeds meer mensen lang thuis. Wat helpt u daarbij, en wat juist niet? "
                "Reageer op wat anderen zeggen, en zeg het zelf."
            ),
            "fixed": "De gemeente blijft betalen voor hulp die volgens de wet nodig is.",
            "negotiable": "Wat buren, vrijwilligers en de gemeente ieder doen. Waar geld voor proeven heen gaat.",
            "decider": "De gemeenteraad van Meerdam, na gesprek met de adviesraad.",
            "how_heard": "Op deze pagina, in de wijkkrant en op de bijeenkomst in het Huis van de Wijk.",
            "answer_by": today + timedelta(days=120),
            "hand_in_at": "bij de balie van het Huis van de Wijk",
            "hand_in_by": today + timedelta(days=85),
            "opens_at": timezone.now() - timedelta(days=21),
            "closes_at": timezone.now() + timedelta(days=90),
        },
    )[0]


def let_people_speak(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Let people bring in what the staff of Meerdam find in the morning: all of it, or nothing."""
    by, reader = people["opgavemanager"], people["procesbegeleider"]
    with transaction.atomic():
        round_ = Round.objects.select_for_update(of=("self",)).filter(code=CODE).first()
        if round_ is not None and not is_alive():
            _let_people_speak(round_, reader=reader)
            _type_in_cards(round_, one=by, other=reader)


def _let_people_speak(round_: Round, *, reader: Person) -> None:
    for text, hours in WAITING:
        _bring_in(round_, text, hours=hours)
    actions.accept(_bring_in(round_, ACCEPTED, hours=70), by=reader)
    text, external_id = MERGED
    alike = Statement.objects.get(conversation_id=round_.conversation_id, external_id=external_id)
    actions.merge(_bring_in(round_, text, hours=60), by=reader, statement_id=alike.pk)
    actions.refuse(_bring_in(round_, PERSONAL, hours=55), by=reader, rule=Rule.PERSONAL, explanation="")
    text, why = REFUSED
    refused = _bring_in(round_, text, hours=50)
    actions.refuse(refused, by=reader, rule=Rule.SEVERAL, explanation=why)
    appeal(Submission.objects.get(pk=refused.pk), text=APPEAL)
    ask_for_help(round_, text=HELP, contact=CONTACT, request_id=_id("help"), address="")


def _bring_in(round_: Round, text: str, *, hours: int) -> Submission:
    """Let a resident say something, some hours ago."""
    resident = actions.participate(round_, device=f"example {text}")
    submission = actions.submit(resident, text=text, request_id=_id(text))
    said_at = timezone.now() - timedelta(hours=hours)
    due_at = said_at + timedelta(hours=round_.promised_hours)
    Submission.objects.filter(pk=submission.pk).update(submitted_at=said_at, due_at=due_at)
    return Submission.objects.get(pk=submission.pk, state=SubmissionState.WAITING)


def _type_in_cards(round_: Round, *, one: Person, other: Person) -> None:
    """Three cards: one typed in twice alike, one twice with a difference, one only once."""
    seen = list(Statement.objects.filter(conversation_id=round_.conversation_id, is_moderated=False)[:12])
    ticks = {statement.pk: ((1, 1, -1, 0)[place % 4], place == 2) for place, statement in enumerate(seen)}
    slip = ticks | {seen[3].pk: (1, False)}
    for number, first, second in ((1, ticks, ticks), (2, ticks, slip), (3, ticks, None)):
        card = actions.type_in(round_, number=number, ticks=first, by=one, after="")
        if second is not None:
            actions.type_in(round_, number=number, ticks=second, by=other, after=card.last_look)


def answer_opening_hours(conversation: Conversation, *, today: date) -> Round:
    """Close the round about opening hours, with what was done with it; doing it twice changes nothing."""
    return Round.objects.get_or_create(
        conversation=conversation,
        defaults={
            "code": CLOSED_CODE,
            "state": State.ANSWERED,
            "fixed": "Het Huis van de Wijk blijft open.",
            "negotiable": "De uren, en wie de sleutel heeft.",
            "decider": "Het bestuur van het Huis van de Wijk, met de gemeente.",
            "how_heard": "Op deze pagina en op het bord bij de ingang.",
            "answer_by": today - timedelta(days=20),
            "opens_at": timezone.now() - timedelta(days=90),
            "closes_at": timezone.now() - timedelta(days=50),
            "answer": (
                "Er zijn geen groepen die recht tegenover elkaar staan: iedereen wil iets anders, om een eigen "
                "reden. Daarom proberen wij het uit. Van nu tot de zomer is het Huis van de Wijk twee avonden en "
                "de zaterdagochtend open. Vrijwilligers hebben die avonden een eigen sleutel.\n\n"
                "Niet gedaan: open op zondag. Daar was te weinig bezetting voor. In september kijken wij met u "
                "wie er kwamen en wat het kostte."
            ),
            "answered_at": timezone.now() - timedelta(days=24),
        },
    )[0]


def _id(name: str) -> UUID:
    return uuid5(NAMES, name)
