"""Who lives in Meerdam, and who works at its town hall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from meervoud_web.challenges.actions import ChallengeText
from meervoud_web.challenges.models import Status
from meervoud_web.meerdam.content import living_at_home, opening_hours
from meervoud_web.meerdam.residents import Simulated, simulate
from meervoud_web.people.models import Role

MUNICIPALITY = "Meerdam"
CONTACT = "opgaven@meerdam.example"
FORMAL_LINK = "https://www.meerdam.example/melden-en-bezwaar"
PASSWORD = "samen-langer-thuis"  # noqa: S105 printed and documented: these people do not exist


@dataclass(frozen=True)
class Account:
    """An example log-in."""

    mailbox: str
    name: str
    role: Role
    term: timedelta | None = None

    @property
    def email(self) -> str:
        """The address to log in with."""
        return f"{self.mailbox}@meerdam.example"


ADMINISTRATOR = Account("beheerder", "Bo Beheer", Role.ADMINISTRATOR)
CHALLENGE_MANAGER = Account("opgavemanager", "Olga Opgave", Role.CHALLENGE_MANAGER)
FACILITATOR = Account("procesbegeleider", "Puck Proces", Role.FACILITATOR)
ACCOUNTS = (
    ADMINISTRATOR,
    CHALLENGE_MANAGER,
    FACILITATOR,
    Account("ambtenaar", "Amber Ambt", Role.CIVIL_SERVANT),
    Account("directeur", "Dirk Directeur", Role.CIVIL_SERVANT),
    Account("wethouder", "Wil Wethouder", Role.CIVIL_SERVANT),
    Account("raadslid", "Ravi Raad", Role.COUNCIL_MEMBER),
    Account("griffier", "Guus Griffie", Role.CLERK),
    Account("adviesraad", "Ali Advies", Role.ADVISORY_COUNCIL),
    Account("adviseur", "Eva Extern", Role.EXTERNAL_ADVISER, term=timedelta(days=365)),
    Account("partner", "Petra Partner", Role.PARTNER),
    Account("inwoner", "Inge Inwoner", Role.RESIDENT),
)

CHALLENGE = ChallengeText(
    title="Samen langer thuis",
    question="Hoe kunnen ouderen in Meerdam langer thuis blijven wonen, met minder zorg?",
    importance=(
        "In Meerdam wonen steeds meer mensen lang thuis. Dat willen zij vaak zelf. Tegelijk is er minder "
        "personeel, en wie voor een ander zorgt, raakt soms zelf op.\n\n"
        "Er is niet één oplossing. Wat voor de één goed werkt, is voor de ander geen hulp. Daarom zoeken wij dit "
        "samen uit, in kleine stappen, en jaren achter elkaar."
    ),
    concerns=(
        "Bewoners die nu of straks hulp nodig hebben. Mensen die voor een ander zorgen. Buren en vrijwilligers. "
        "Mensen die bijna niemand kennen. De thuiszorg, huisartsen, woningcorporaties en de gemeente."
    ),
    status=Status.EXPLORE,
    is_public=True,
)

HOME_SIZES = {
    "samen regelen": 552,
    "de gemeente staat garant": 396,
    "wij trekken het niet meer": 168,
    "ik heb niemand": 84,
}


def living_at_home_votes() -> Simulated:
    """1,200 residents in four groups, and nine accounts of one and the same hand."""
    return simulate(living_at_home(), sizes=HOME_SIZES, seed=20260302, with_copies=True)


def opening_hours_votes() -> Simulated:
    """260 residents without groups."""
    return simulate(opening_hours(), sizes={"iedereen": 260}, seed=20260316, fewest=8)
