"""What already works in Meerdam without the town hall, and what people in position proposed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.initiatives import actions
from meervoud_web.initiatives.models import MayLearn, ProposalKind, Sighting, Verdict
from meervoud_web.meerdam.story import morning
from meervoud_web.people.models import Person

COOKING = actions.SightingWords(
    what="Elke dinsdag eten twaalf buren samen in de flat aan de Merelstraat.",
    by_whom="Een groep bewoners van de Merelstraat",
    shows="Wie alleen eet, wordt gevraagd door iemand die zelf alleen at. Er is niemand aangemeld of verwezen.",
    place="Oost",
    since_year=2023,
)
LENDING = actions.SightingWords(
    what="De sportclub leent haar busje uit aan wie naar het ziekenhuis moet.",
    by_whom="Sportclub De Treffers",
    shows="Vervoer lukt als niemand er een loket van maakt: een telefoonnummer en een sleutel zijn genoeg.",
    place="Noord",
)
LEARNED = "Wij vragen in Oost niet meer wie hulp nodig heeft, maar wie er aan tafel mist."
KEYS = actions.ProposalWords(
    what="Laat drie buren in één portiek elkaars sleutel hebben, drie maanden lang.",
    why="Ik werd gebeld om half drie ’s nachts en stond voor een dichte deur.",
    how="Met de bewoners van één portiek. Wij stoppen zodra iemand zich er niet goed bij voelt.",
)
HOURS = actions.ProposalWords(
    what="Bespreek hoe lang een indicatie mag duren als er niets verandert.",
    why="Onze mensen zijn een dag in de week bezig met opnieuw aanvragen wat al gegeven was.",
)


@transaction.atomic
def tell_what_works(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Write down two initiatives and two proposals; telling it twice changes nothing."""
    if Sighting.objects.filter(challenge=challenge).exists():
        return
    _initiatives(challenge, people=people, today=today)
    _proposals(challenge, people=people, today=today)


def _initiatives(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    team = people["ambtenaar"]
    asked_on = today - timedelta(days=80)
    with as_if_at(morning(today - timedelta(days=95))):
        cooking = actions.enter_sighting(challenge, by=team, words=COOKING, sources=[], request_id=_id("koken"))
    answer = actions.LearnWords(
        may_learn=MayLearn.ON_CONDITIONS,
        conditions="Kom mee-eten, en maak er geen project van.",
        answered_by="de koks",
        answered_on=asked_on,
    )
    with as_if_at(morning(asked_on)):
        actions.say_may_learn(cooking, by=team, words=answer, version=cooking.version)
        cooking.refresh_from_db()
        actions.show_sighting(cooking, by=team, with_leave_of="de koks", since=asked_on, version=cooking.version)
    with as_if_at(morning(today - timedelta(days=40))):
        cooking.refresh_from_db()
        actions.take_away(cooking, by=team, what=LEARNED, sources=[], request_id=_id("geleerd"))
    with as_if_at(morning(today - timedelta(days=9))):
        actions.enter_sighting(challenge, by=team, words=LENDING, sources=[], request_id=_id("busje"))


def _proposals(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    with as_if_at(morning(today - timedelta(days=60))):
        keys = actions.propose(
            challenge,
            by=people["inwoner"],
            kind=ProposalKind.TRIAL,
            words=KEYS,
            sources=[],
            request_id=_id("sleutels"),
        )
    verdict = actions.AnswerWords(
        verdict=Verdict.PARTLY,
        reason="Wij proberen het in één portiek, met een kluisje erbij: zo kan ieder zelf stoppen.",
    )
    with as_if_at(morning(today - timedelta(days=47))):
        actions.answer_proposal(keys, by=people["opgavemanager"], words=verdict, number=1)
    with as_if_at(morning(today - timedelta(days=12))):
        actions.propose(
            challenge,
            by=people["partner"],
            kind=ProposalKind.AGENDA,
            words=HOURS,
            sources=[],
            request_id=_id("indicaties"),
        )


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"meerdam/gezien/{name}")
