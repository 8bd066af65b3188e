"""What Meerdam holds on to, what that rests on, what was seen, and what was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from meervoud_web.course.models import Finding, Quality, ValueKind

LINES = (
    (
        "Eerst het gewone leven, dan pas de zorg.",
        "Wie zich nuttig voelt en mensen kent, heeft later en minder zorg nodig. Dat hoorden wij in elke wijk.",
    ),
    (
        "Wie voor een ander zorgt, staat er nooit alleen voor.",
        "Zonder mantelzorgers houdt het op. Zij vragen geen dank, maar een vrije avond.",
    ),
    (
        "Dichtbij en bekend gaat voor groot en goedkoop.",
        "Een vast gezicht in de wijk wordt gebeld. Een loket in de stad niet.",
    ),
    (
        "Elke wijk begint met hetzelfde.",
        "Wie in Oost woont, is niet slechter af dan wie in Zuid woont. Gelijk beginnen is eerlijk beginnen.",
    ),
)
VALUES = (
    ("Zelf over je leven gaan", ValueKind.RESULT, "Thuis wonen is een wens, en mag geen plicht worden."),
    ("Er niet alleen voor staan", ValueKind.RESULT, "Wie niemand kent, valt buiten elk netwerk."),
    ("Gelijke behandeling", ValueKind.PRINCIPLE, "Maatwerk in de ene wijk roept vragen op in de andere."),
    ("Betrouwbaar zijn", ValueKind.PRINCIPLE, "Een proef die stopt, mag niemand in de kou laten staan."),
)

Judged = tuple[str, Finding, Quality, str]
"""Who judged (by mailbox), what they found, how well it was looked into, and why."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Something that was seen, a number of days ago, with what each judge made of it."""

    days_ago: int
    text: str
    source: str
    judged: tuple[Judged, ...]
    from_round: bool = False


@dataclass(frozen=True, kw_only=True)
class Assumed:
    """An assumption as it was written down, with everything that was seen since."""

    days_ago: int
    line: int
    title: str
    condition: str
    result: str
    because: str
    provided: str
    start: int
    seen: tuple[Seen, ...]
    lasts: int | None = None


NETWORK = "Het netwerk neemt twee uur per week over"
SLEEPER = "Een vast gezicht in de wijk wordt eerder gebeld"

ASSUMED = (
    Assumed(
        days_ago=560,
        line=1,
        title=NETWORK,
        condition="wij buren en familie van mensen met zorg bij elkaar brengen",
        result="nemen zij samen twee uur zorg per week over",
        because="de meeste mensen best iets willen doen als het klein en duidelijk is",
        provided="iemand het regelt en de mantelzorger zelf mag kiezen wie er komt",
        start=70,
        seen=(
            Seen(
                days_ago=470,
                text="Bij de eerste tien gezinnen spraken buren en familie af wie wat doet.",
                source="proef in Noord",
                judged=(
                    ("procesbegeleider", Finding.STRAW_FOR, Quality.SEEN, "Afspreken is nog geen doen."),
                    ("ambtenaar", Finding.HOOP_PASSED, Quality.SEEN, "Zonder die afspraken was het al over."),
                ),
            ),
            Seen(
                days_ago=330,
                text="In de dagboekjes van dertig gezinnen staat na een half jaar gemiddeld 25 minuten per week.",
                source="dagboekjes",
                judged=(
                    ("procesbegeleider", Finding.HOOP_MISSING, Quality.CHECKED, "Twee uur had erin moeten staan."),
                    ("ambtenaar", Finding.HOOP_MISSING, Quality.SEEN, "Niet iedereen schreef alles op."),
                ),
            ),
            Seen(
                days_ago=60,
                text="In het meningenlandschap zegt een hele groep: wij trekken het niet meer.",
                source="stellingenronde",
                judged=(
                    ("opgavemanager", Finding.STRAW_AGAINST, Quality.CHECKED, "Zij zeggen niet hoeveel uren."),
                    ("procesbegeleider", Finding.HOOP_MISSING, Quality.CHECKED, "Met twee uur was dit anders."),
                ),
                from_round=True,
            ),
        ),
    ),
    Assumed(
        days_ago=520,
        line=0,
        title="Wie meedoet in de wijk, vraagt later om zorg",
        condition="mensen boven de zeventig iets te doen hebben in hun wijk",
        result="vragen zij later en minder vaak om zorg",
        because="bewegen, mensen kennen en nuttig zijn gezond houden",
        provided="zij er te voet kunnen komen",
        start=50,
        seen=(
            Seen(
                days_ago=300,
                text="Van 64 vaste gasten in het Huis van de Wijk vroegen er drie om zorg. Wij verwachtten negen.",
                source="telling Huis van de Wijk",
                judged=(
                    ("opgavemanager", Finding.HOOP_PASSED, Quality.CHECKED, "Misschien komen juist fitte mensen."),
                    ("adviseur", Finding.HOOP_PASSED, Quality.CHECKED, ""),
                ),
            ),
            Seen(
                days_ago=140,
                text="Gasten die een half jaar wegbleven, vroegen daarna twee keer zo vaak om hulp.",
                source="wijkverpleging",
                judged=(
                    ("ambtenaar", Finding.STRAW_FOR, Quality.SEEN, "Wie ziek wordt, blijft ook weg."),
                    ("procesbegeleider", Finding.GUN_FOUND, Quality.SEEN, "Zij werden pas later ziek."),
                ),
            ),
        ),
    ),
    Assumed(
        days_ago=480,
        line=2,
        title=SLEEPER,
        condition="elke wijk één vast gezicht heeft dat mensen kennen",
        result="bellen mensen eerder, als het nog klein is",
        because="je een bekende belt en een loket uitstelt",
        provided="dat gezicht langer dan een jaar blijft",
        start=50,
        seen=(
            Seen(
                days_ago=400,
                text="In Zuid belden in drie maanden 40 mensen met iets kleins, in de andere wijken elf.",
                source="belregister",
                judged=(
                    ("ambtenaar", Finding.HOOP_PASSED, Quality.CHECKED, ""),
                    ("opgavemanager", Finding.STRAW_FOR, Quality.CHECKED, "Zuid is ook de grootste wijk."),
                ),
            ),
        ),
    ),
    Assumed(
        days_ago=200,
        line=2,
        title="De thuiszorg kan met één team per wijk werken",
        condition="de drie aanbieders per wijk één team maken",
        result="komt er bij iedereen een bekend gezicht aan de deur",
        because="zij nu bij dezelfde flat langs elkaar heen rijden",
        provided="de zorgverzekeraar de reistijd anders betaalt",
        start=50,
        lasts=420,
        seen=(
            Seen(
                days_ago=90,
                text="Twee van de drie aanbieders ruilden in Oost adressen. De derde wacht op de verzekeraar.",
                source="gesprek met de aanbieders",
                judged=(
                    ("opgavemanager", Finding.STRAW_FOR, Quality.SEEN, "Twee bewegen uit zichzelf."),
                    ("procesbegeleider", Finding.HOOP_MISSING, Quality.HEARSAY, "Met drie had het moeten lukken."),
                ),
            ),
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A choice, a number of days ago, with the titles of the assumptions and the choices on which it rests."""

    days_ago: int
    what: str
    chosen_by: str
    mandate: str
    weighed: str
    on_monday: str
    courage: str
    on: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()


FEWER_HOURS = "Gezinnen met een netwerk krijgen twee uur huishoudelijke hulp per week minder"
CHOSEN = (
    Chosen(
        days_ago=450,
        what=FEWER_HOURS,
        chosen_by="het college",
        mandate="binnen de verordening, na gesprek met de raad",
        weighed="Er is weinig personeel. Liever minder uren waar buren helpen dan wachten voor wie alleen is.",
        on_monday="De consulenten bellen de eerste tien gezinnen en gaan bij elk gezin langs.",
        courage="Zeggen dat wij het niet zeker weten. De wethouder staat erachter, en belt zelf wie het niet wil.",
        on=(NETWORK,),
    ),
    Chosen(
        days_ago=310,
        what="Het geld dat vrijkomt, gaat naar twee netwerkcoaches",
        chosen_by="de directie",
        mandate="binnen de begroting van de afdeling",
        weighed="Coaches of een potje voor elke wijk. Een coach is er elke week; een potje raakt op.",
        on_monday="De vacature gaat open, en inwoners praten mee in de commissie.",
        courage="Geld uitgeven dat er pas is als de keuze ervoor klopt. De directeur staat erachter.",
        builds_on=(FEWER_HOURS,),
    ),
    Chosen(
        days_ago=180,
        what="Het Huis van de Wijk in Oost blijft ook in het weekend open",
        chosen_by="het team met de vrijwilligers",
        mandate="van de directie, voor een jaar",
        weighed="Twee dagen extra kosten evenveel als een halve consulent. Eenzaamheid is het grootst op zondag.",
        on_monday="De sleutel gaat naar vier vrijwilligers; de koffie staat klaar.",
        courage="De sleutel uit handen geven. De afdelingsmanager staat erachter.",
        on=("Wie meedoet in de wijk, vraagt later om zorg",),
    ),
)
