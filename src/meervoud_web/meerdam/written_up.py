"""What Meerdam wrote for its council: a starting note that is set, and a letter that is still a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import translation

from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section
from meervoud_web.challenges.things import thing_of
from meervoud_web.meerdam.story import morning
from meervoud_web.papers import actions
from meervoud_web.papers.models import Paper, PaperKind
from meervoud_web.papers.queries import Draft, compose, draft_of, fingerprint
from meervoud_web.people.models import Person

NOTE = "Samen langer thuis: waar wij staan en waar wij heen willen"
LETTER = "Wat wij leerden van buren, mantelzorgers en het Huis van de Wijk"
NOTE_WORDS = {
    Section.COSTS: (
        "De opgave kost dit jaar een halve formatieplaats en 60.000 euro uit het innovatiebudget. "
        "Wat de wijkploegen op termijn kosten, weten wij nog niet. Dat schrijven wij op zodra het gemeten is."
    ),
    Section.ADVICE: (
        "Neem de tijd. Mensen in Oost zijn vaker gevraagd en zelden gehoord. Begin niet met een loket."
    ),
}
LETTER_WORDS = {
    Section.COSTS: "Er is sinds de startnotitie geen geld bij gekomen en niets overgehouden.",
}


@transaction.atomic
def write_up(challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
    """Set the note a few days ago, and begin the letter after it; telling it twice changes nothing."""
    if Paper.objects.filter(challenge=challenge).exists():
        return
    manager = people["opgavemanager"]
    with as_if_at(morning(today - timedelta(days=6))):
        note = _drafted(challenge, PaperKind.STARTING_NOTE, NOTE, NOTE_WORDS, by=manager)
    with as_if_at(morning(today - timedelta(days=5))), translation.override(actions.LANGUAGE):
        read = fingerprint(note.subject, compose(note, draft_of(note), person=manager))
        actions.set_paper(note, by=manager, read=read, embargo_until=None, version=note.version)
    with as_if_at(morning(today - timedelta(days=1))):
        _drafted(challenge, PaperKind.COUNCIL_LETTER, LETTER, LETTER_WORDS, by=manager)


def _drafted(
    challenge: Challenge, kind: PaperKind, subject: str, words: Mapping[Section, str], *, by: Person
) -> Paper:
    paper = actions.begin_paper(
        challenge,
        by=by,
        kind=kind,
        subject=subject,
        sources=[thing_of(challenge)],
        request_id=uuid5(NAMESPACE_URL, f"{challenge.slug}/{kind}"),
    )
    draft = Draft(subject=subject, left_out=draft_of(paper).left_out, words=words)
    return actions.keep_draft(paper, by=by, draft=draft, version=paper.version)
