"""Three people in Meerdam who are followed through time, with their consent, and what a panel chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person
from meervoud_web.stories import actions
from meervoud_web.stories.actions import Given, Told
from meervoud_web.stories.models import Domain, Reach, Story

NAMES = UUID("b1d0c4aa-7a0a-4c5b-9a3f-52f6f0e4a5d1")


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What somebody told, a number of days ago; they read it back unless it waits for them."""

    days_ago: int
    domain: Domain
    text: str
    change: str = ""
    matters: str = ""
    is_agreed: bool = True


@dataclass(frozen=True, kw_only=True)
class Followed:
    """Somebody who is followed, under the name that they chose."""

    pseudonym: str
    reach: Reach
    lasts: int
    told: tuple[Heard, ...]


FOLLOWED = (
    Followed(
        pseudonym="Merel",
        reach=Reach.EVERYONE,
        lasts=500,
        told=(
            Heard(
                days_ago=400,
                domain=Domain.LIFE,
                text=(
                    "Mijn vader woont boven mij. Ik doe alles: eten, wassen, de pillen. Mijn baas weet het niet. "
                    "’s Nachts lig ik te luisteren of ik hem hoor lopen."
                ),
                matters="Ik wil zijn dochter blijven.",
            ),
            Heard(
                days_ago=210,
                domain=Domain.LIFE,
                text=(
                    "De buren komen nu soms. Lief, maar zij vragen steeds hoe het moet. Het is een half uur, en "
                    "ik moet erbij blijven. Ik ben niet minder moe."
                ),
                change="Er zijn meer mensen in huis, en toch doe ik hetzelfde.",
            ),
            Heard(
                days_ago=40,
                domain=Domain.LIFE,
                text=(
                    "Sinds de zomer komt elke dinsdag dezelfde vrouw. Zij weet waar de pannen staan. Op dinsdag "
                    "ga ik zwemmen. Vorige week vroeg mijn vader zelf: is het al dinsdag?"
                ),
                change="Eén vaste avond, en ik slaap weer door.",
                matters="Het gaat niet om de uren. Het gaat om dezelfde.",
            ),
        ),
    ),
    Followed(
        pseudonym="Jan met de pet",
        reach=Reach.EVERYONE,
        lasts=400,
        told=(
            Heard(
                days_ago=330,
                domain=Domain.TOGETHER,
                text="Na de dood van mijn vrouw sprak ik soms drie dagen niemand. De televisie praat.",
            ),
            Heard(
                days_ago=75,
                domain=Domain.TOGETHER,
                text=(
                    "In het Huis van de Wijk zet ik nu zaterdag de koffie. Ze noemen mij de baas van het ding. "
                    "Er komt een jongen van negentien schaken. Hij wint altijd."
                ),
                change="Ik word gemist als ik er niet ben.",
                matters="Nuttig zijn is beter dan geholpen worden.",
            ),
        ),
    ),
    Followed(
        pseudonym="De fietser",
        reach=Reach.TEAM,
        lasts=25,
        told=(
            Heard(
                days_ago=90,
                domain=Domain.WORK,
                text=(
                    "Ik rijd voor de thuiszorg. Vroeger zag ik op één dag elf deuren. Nu heb ik vaste mensen. "
                    "Ik mag blijven zitten als iemand huilt."
                ),
                change="Ik heb weer een vak.",
            ),
            Heard(
                days_ago=4,
                domain=Domain.WORK,
                text="Er is gezegd dat de routes weer langer worden. Ik hoop dat het niet waar is.",
                change="De rust is weg.",
                is_agreed=False,
            ),
        ),
    ),
)
PANEL = "zes mantelzorgers en twee raadsleden, in het Huis van de Wijk"
REASON = (
    "Alle verhalen gaan over iemand die blijft. In dit verhaal hoor je wat dat doet: zij kan weer weg, en hij "
    "kijkt ernaar uit. Wij telden eerst uren. Dit gaat over dezelfde."
)


@transaction.atomic
def follow_people(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Follow three people, and let a panel choose; telling it twice changes nothing."""
    if challenge.tellers.exists():
        return
    for one in FOLLOWED:
        _follow(one, challenge=challenge, by=people["procesbegeleider"], today=today)
    with as_if_at(morning(today - timedelta(days=12))):
        story = Story.objects.get(request_id=_name_of("Merel", 40))
        actions.choose_story(
            story,
            by=people["procesbegeleider"],
            since=today - timedelta(days=220),
            until=today - timedelta(days=30),
            panel=PANEL,
            reason=REASON,
            sources=[],
        )


def _follow(one: Followed, *, challenge: Challenge, by: Person, today: date) -> None:
    began = one.told[0].days_ago
    with as_if_at(morning(today - timedelta(days=began))):
        consent = Given(
            purpose="leren wat er voor mensen verandert door Samen langer thuis",
            reach=one.reach,
            until=today + timedelta(days=one.lasts),
            how="met een handtekening op papier, na een gesprek thuis",
        )
        teller = actions.follow(challenge, by=by, pseudonym=one.pseudonym, consent=consent)
    for heard in one.told:
        day = today - timedelta(days=heard.days_ago)
        with as_if_at(morning(day)):
            told = Told(
                domain=heard.domain, told_on=day, text=heard.text, change=heard.change, matters=heard.matters
            )
            name = _name_of(one.pseudonym, heard.days_ago)
            story = actions.tell(teller, by=by, told=told, sources=[], request_id=name)
        if heard.is_agreed:
            with as_if_at(morning(day + timedelta(days=3))):
                actions.agree(story, by=by, version=story.version, how="voorgelezen aan de keukentafel")


def _name_of(pseudonym: str, days_ago: int) -> UUID:
    return uuid5(NAMES, f"{pseudonym} {days_ago}")
