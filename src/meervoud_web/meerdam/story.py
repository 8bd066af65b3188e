"""The years of Meerdam's main challenge, told through the same acts that everybody uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, JournalEntry, Part, Status
from meervoud_web.people.models import Person

HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, kw_only=True)
class Given:
    """A part that somebody has in the challenge, since a number of days ago."""

    mailbox: str
    part: Part
    days_ago: int
    organisation: str = ""
    why: str = ""
    lasts: int | None = None


PARTS = (
    Given(mailbox="opgavemanager", part=Part.CHALLENGE_MANAGER, days_ago=728),
    Given(
        mailbox="procesbegeleider",
        part=Part.FACILITATOR,
        days_ago=700,
        why="Begeleidt de gesprekken in de wijken, en hoort bij geen van de afdelingen.",
    ),
    Given(mailbox="ambtenaar", part=Part.TEAM_MEMBER, days_ago=690),
    Given(
        mailbox="directeur",
        part=Part.DIRECTOR,
        days_ago=680,
        why="Heft op wat in de eigen organisatie in de weg staat.",
    ),
    Given(
        mailbox="wethouder",
        part=Part.POLITICAL_PRINCIPAL,
        days_ago=172,
        why="Draagt de opgave in het college, sinds de verkiezingen.",
    ),
    Given(
        mailbox="partner",
        part=Part.PARTNER,
        days_ago=610,
        organisation="Thuiszorg De Merel",
        why="Komt elke dag bij mensen thuis en ziet wat wij niet zien.",
    ),
    Given(
        mailbox="inwoner",
        part=Part.EXPERT_BY_EXPERIENCE,
        days_ago=540,
        why="Zorgt al zes jaar voor haar vader en praat mee namens mantelzorgers.",
    ),
    Given(
        mailbox="adviesraad", part=Part.ADVISORY_COUNCIL, days_ago=500, organisation="Adviesraad sociaal domein"
    ),
    Given(
        mailbox="adviseur",
        part=Part.EXTERNAL_ADVISER,
        days_ago=200,
        lasts=365,
        why="Leert ons zelf gesprekken te begeleiden; daarna kunnen wij het zonder.",
    ),
)

TURNS = (
    (
        430,
        Status.CONNECT,
        "Wij weten nu hoe verschillend mensen het zien. De volgende stap is dat zij elkaar leren kennen.",
    ),
    (
        250,
        Status.EXPLORE,
        "Wij waren te snel. In Oost kennen wij bijna niemand die alleen woont; eerst beter luisteren.",
    ),
    (120, Status.CONNECT, "Het luisteren in Oost leverde een netwerk op. Daarmee gaan wij verder."),
)


@transaction.atomic
def tell_story(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Give people their parts, and turn the challenge forth and back; telling it twice changes nothing."""
    manager = people["opgavemanager"]
    if JournalEntry.objects.filter(challenge=challenge, verb__startswith="turned-").exists():
        return
    for given in PARTS:
        day = today - timedelta(days=given.days_ago)
        with as_if_at(morning(day)):
            challenges.involve(
                people[given.mailbox],
                challenge=challenge,
                role=given.part,
                by=manager,
                organisation=given.organisation,
                starts_on=day,
                ends_on=day + timedelta(days=given.lasts) if given.lasts else None,
                why=given.why,
            )
    for days_ago, status, why in TURNS:
        challenge.refresh_from_db()
        with as_if_at(morning(today - timedelta(days=days_ago))):
            challenges.turn_to(challenge, by=manager, status=status, why=why, version=challenge.version)


def morning(day: date) -> datetime:
    """Half past nine, when most of what is told here happened."""
    return datetime.combine(day, time(9, 30), tzinfo=HERE)
