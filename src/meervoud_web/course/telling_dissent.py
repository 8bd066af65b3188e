"""What a paper tells of dissent: that it is there, whether it was answered, and its words if its author agrees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Sentence, bare, in_short
from meervoud_web.challenges.things import thing_of
from meervoud_web.course.models import Choice, Dissent, Openness
from meervoud_web.course.queries import dissents_seen_by
from meervoud_web.people.models import Person

FEWEST = 5
"""Under so many no number is told: it would point at people."""


def dissents_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """How many saw a choice otherwise, what has no answer, and what may be told in words."""
    seen = dissents_seen_by(person, challenge.dissents.select_related("choice", "author"))
    by_choice: dict[Choice | None, list[Dissent]] = {}
    for one in seen.prefetch_related("answers").order_by("choice", "at", "pk"):
        by_choice.setdefault(one.choice, []).append(one)
    for choice, some in by_choice.items():
        yield from _about(challenge, choice, some)


def _about(challenge: Challenge, choice: Choice | None, some: list[Dissent]) -> Iterable[Sentence]:
    source = thing_of(choice or challenge)
    number = len({one.author_id or -one.pk for one in some})
    facts = {"what": bare(choice.what) if choice else _("de koers"), "number": number}
    if number < FEWEST:
        words = _("Bij “%(what)s” is tegenspraak vastgelegd, door minder dan vijf medewerkers.")
    else:
        words = _("Bij “%(what)s” is tegenspraak vastgelegd, door %(number)d medewerkers.")
    yield Sentence(text=words % facts, sources=(source,), key="dissent")
    if any(not one.answers.all() for one in some):
        words = _("Niet op alle tegenspraak bij “%(what)s” is al geantwoord.")
        yield Sentence(text=words % facts, sources=(source,), key="dissent-unanswered")
    for one in some:
        if one.openness != Openness.INTERNAL:
            yield Sentence(text=_words(one), sources=(source,), key=f"dissent-{one.pk}")


def _words(one: Dissent) -> str:
    facts = {"trade": one.trade, "otherwise": bare(one.otherwise), "why": in_short(one.why), "name": ""}
    if one.openness == Openness.NAMED and one.author is not None:
        facts["name"] = one.author.name
        return _("%(name)s (%(trade)s) zou het anders doen: “%(otherwise)s”. De reden: %(why)s") % facts
    return _("Vanuit het vak (%(trade)s) is gezegd: “%(otherwise)s”. De reden: %(why)s") % facts
