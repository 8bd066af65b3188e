"""What a paper tells of what society does itself: in words what may be shown, of proposals only the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.initiatives.models import ProposalState, Takeaway
from meervoud_web.initiatives.queries.proposals import proposals_of
from meervoud_web.initiatives.queries.seen import takeaways_seen_by
from meervoud_web.initiatives.queries.sightings import sightings_of
from meervoud_web.people.models import Person


def seen_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What works in the city already, as far as those who do it let everybody read it."""
    for one in sightings_of(challenge, person=person).exclude(shown_since=None):
        if since is None or one.entered_at > since:
            facts = {"what": bare(one.what), "who": one.by_whom}
            yield Sentence(text=_("In de stad werkt al: “%(what)s” (%(who)s).") % facts, sources=(thing_of(one),))


def taken_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What we do otherwise because of it."""
    made = Takeaway.objects.filter(sighting__challenge=challenge, sighting__shown_since__isnull=False)
    for one in takeaways_seen_by(person, made).select_related("sighting"):
        if since is None or one.at > since:
            facts = {"who": one.sighting.by_whom, "what": bare(one.what)}
            words = _("Van %(who)s leerden wij: “%(what)s”.") % facts
            yield Sentence(text=words, sources=(thing_of(one), thing_of(one.sighting)))


def proposed_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """How many proposals there were and how many got their answer; their words are for who takes part."""
    found = proposals_of(challenge, person=person).exclude(state=ProposalState.WITHDRAWN)
    proposals = [one for one in found if since is None or one.waits or one.proposed_at > since]
    if not proposals:
        return
    facts = {
        "number": len(proposals),
        "answered": sum(not one.waits for one in proposals),
        "late": sum(one.is_late for one in proposals),
    }
    words = ngettext(
        "Wie meedoet, deed %(number)s voorstel. Antwoord kregen er %(answered)s; te laat zijn er %(late)s.",
        "Wie meedoet, deed %(number)s voorstellen. Antwoord kregen er %(answered)s; te laat zijn er %(late)s.",
        len(proposals),
    )
    yield Sentence(text=words % facts, sources=(thing_of(challenge),), key="own-proposals")


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.TAKES_PART, seen_told)
    register_sentences(Section.MOVES, taken_told)
    register_sentences(Section.FEEDBACK, proposed_told)
