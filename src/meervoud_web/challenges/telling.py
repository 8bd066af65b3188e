"""What a paper tells of the challenge itself: who has a part in it, how it turned, how its question changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge, Part, Status
from meervoud_web.challenges.queries.journal import journal_for
from meervoud_web.challenges.queries.roles import involved_now
from meervoud_web.challenges.sentences import Section, Sentence, bare, in_short, on_day, register_sentences
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.people.models import Person

MOST_TURNS = 3


def people_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Who has a part today, by role and organisation and never by name, and which parts came since."""
    held = sorted(involved_now(challenge), key=lambda one: one.place)
    if not held:
        return
    source = (thing_of(challenge),)
    parts = Counter(one.get_role_display() for one in held)
    listed = ", ".join(f"{number} {role}" for role, number in parts.items())
    words = ngettext(
        "Er hoort %(number)s mens bij: %(parts)s.", "Er horen %(number)s mensen bij: %(parts)s.", len(held)
    )
    yield Sentence(text=words % {"number": len(held), "parts": listed}, sources=source, key="parts")
    organisations = sorted({one.organisation for one in held if one.organisation})
    if organisations:
        words = ngettext(
            "Eén organisatie doet mee: %(names)s.", "Deze organisaties doen mee: %(names)s.", len(organisations)
        )
        yield Sentence(text=words % {"names": ", ".join(organisations)}, sources=source, key="organisations")
    came = [one for one in held if since is not None and one.starts_on > timezone.localdate(since)]
    if came:
        roles = ", ".join(sorted({str(Part(one.role).label) for one in came}))
        yield Sentence(
            text=_("Nieuw sinds het vorige stuk: %(roles)s.") % {"roles": roles}, sources=source, key="came"
        )


def turns_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """To which movement the challenge turned last, and where it stands."""
    source = (thing_of(challenge),)
    yield Sentence(
        text=_("De opgave staat nu op “%(status)s”.") % {"status": challenge.get_status_display()},
        sources=source,
        key="status",
    )
    turns = journal_for(challenge, person=person).filter(verb__startswith="turned-")
    if since is not None:
        turns = turns.filter(at__gt=since)
    for entry in turns[:MOST_TURNS]:
        facts = {
            "day": on_day(entry.at),
            "status": Status(entry.verb.removeprefix("turned-")).label,
            "why": in_short(entry.why),
        }
        words = _("Op %(day)s ging de opgave naar “%(status)s”. De reden: %(why)s")
        yield Sentence(text=words % facts, sources=source, key=f"turned-{entry.pk}")


def question_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What the question is, and how it changed since."""
    versions = list(challenge.questions.order_by("number"))
    for version in versions[-1:]:
        words = _("De vraag van deze opgave is: “%(question)s”.")
        yield Sentence(
            text=words % {"question": bare(version.question)},
            sources=(Thing("question", version.pk),),
            key="asks",
        )
    for version in versions[1:]:
        if since is None or version.at > since:
            facts = {"day": on_day(version.at), "why": in_short(version.reason)}
            words = _("Op %(day)s is de vraag veranderd. De reden: %(why)s")
            yield Sentence(text=words % facts, sources=(Thing("question", version.pk),), key="changed")


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.TAKES_PART, people_told)
    register_sentences(Section.MOVES, turns_told)
    register_sentences(Section.COURSE, question_told)
