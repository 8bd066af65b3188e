"""What a paper tells of a new administration that took the course over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Sentence, bare, in_short, on_day
from meervoud_web.challenges.things import thing_of
from meervoud_web.course.models import HandedLine, Handover, Verdict
from meervoud_web.course.queries import finished_handovers
from meervoud_web.people.models import Person


def handovers_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Who took the course over since, and which main lines were changed or reversed."""
    for handover in finished_handovers(challenge):
        if handover.finished_at is not None and (since is None or handover.finished_at > since):
            answers = list(handover.answers.all())
            yield _whole(handover, answers)
            for one in answers:
                if one.verdict != Verdict.CONFIRMED:
                    yield _line(handover, one)


def _whole(handover: Handover, answers: list[HandedLine]) -> Sentence:
    number = Counter(Verdict(one.verdict) for one in answers)
    facts = {
        "who": handover.administration,
        "day": on_day(handover.starts_on),
        "confirmed": number[Verdict.CONFIRMED],
        "changed": number[Verdict.CHANGED],
        "reversed": number[Verdict.REVERSED],
    }
    words = _(
        "Het nieuwe bestuur (%(who)s, vanaf %(day)s) liep alle hoofdlijnen langs: "
        "%(confirmed)d bevestigd, %(changed)d gewijzigd, %(reversed)d gekeerd."
    )
    return Sentence(text=words % facts, sources=(thing_of(handover),))


def _line(handover: Handover, one: HandedLine) -> Sentence:
    facts = {
        "was": bare(one.was),
        "becomes": bare(one.becomes),
        "why": in_short(one.reason),
        "who": one.decided_by,
    }
    if one.verdict == Verdict.CHANGED:
        words = _("De hoofdlijn “%(was)s” luidt voortaan “%(becomes)s” (%(who)s). De reden: %(why)s")
    elif one.becomes:
        words = _("De hoofdlijn “%(was)s” is gekeerd naar “%(becomes)s” (%(who)s). De reden: %(why)s")
    else:
        words = _("De hoofdlijn “%(was)s” is gekeerd (%(who)s). De reden: %(why)s")
    return Sentence(
        text=words % facts, sources=(thing_of(one.line), thing_of(handover)), key=f"handed-{handover.pk}"
    )
